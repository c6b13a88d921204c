package org.omnihall.bench.radius;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * An open loop: a controller that sends at a rate of its own, whatever comes back.
 *
 * <p>A closed loop waits with a slow server and so asks least when it would wait longest (coordinated omission). Here each request has the moment at
 * which it was due, and its time counts from there. Nothing is sent twice. What cannot be sent, because the loop itself is late or because all
 * identifiers are outstanding, is counted as unsent, so that nobody takes the rate for one that was not there.
 */
public final class OpenLoop implements AutoCloseable {

    private static final int MOST_LINES = 1_024;

    /** So late a request is not sent any more: the loop would measure itself. */
    private static final long LATE = Duration.ofMillis(100).toNanos();

    private static final int BURST = 64;
    private static final long NAP = Duration.ofNanos(50_000).toNanos();
    private static final double SECOND = 1e9;
    private static final Duration TAIL = Duration.ofMillis(250);

    private final Talk talk;
    private final Selector selector = Selector.open();
    private final ByteBuffer in = ByteBuffer.allocate(Wire.LARGEST);
    private final List<Line> lines = new ArrayList<>();
    private final ArrayDeque<Session> ready = new ArrayDeque<>();
    private final ArrayDeque<Session> spare = new ArrayDeque<>();
    private final Consumer<SelectionKey> reading = this::read;
    private List<Tally> seconds = List.of();
    private long began;
    private int next;
    private int waiting;
    private boolean ending;
    private Duration client = Duration.ZERO;

    /** So many requests a second for a while. */
    public record Stage(double perSecond, Duration span) {}

    /**
     * Opens the sockets, as many as hold all that is outstanding within {@link Talk#PATIENCE}.
     *
     * @param run the beginning of the sessions' ids, which must be new
     */
    public OpenLoop(Target target, String run, Traffic traffic, double mostPerSecond) throws IOException {
        this.talk = new Talk(target, run, traffic);
        double outstanding = mostPerSecond * Talk.PATIENCE.toSeconds();
        int wanted = (int) Math.min(MOST_LINES, 2 + Math.ceil(outstanding / Line.IDENTIFIERS));
        for (int i = 0; i < wanted; i++) {
            lines.add(new Line(target, selector));
        }
    }

    /** One stage after the other, on the caller's thread; what became of the requests that were due in each second. */
    public List<Tally> run(List<Stage> stages) throws IOException {
        long span = stages.stream().mapToLong(stage -> stage.span().toNanos()).sum();
        seconds = IntStream.rangeClosed(0, (int) (span / SECOND))
                .mapToObj(second -> new Tally())
                .toList();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        began = System.nanoTime();
        long begins = began;
        for (Stage stage : stages) {
            run(stage, begins);
            begins += stage.span().toNanos();
        }
        long end = System.nanoTime() + Talk.PATIENCE.toNanos();
        while (waiting > 0 && System.nanoTime() < end) {
            selector.select(reading, 10);
        }
        client = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu);
        return seconds.subList(0, (int) Math.ceil(span / SECOND));
    }

    /** Takes the sessions that are under way to their Stop at a rate, and begins none; what became of what they asked. */
    public Tally finish(double perSecond) throws IOException {
        List<Tally> rest = new ArrayList<>();
        ending = true;
        while (!ready.isEmpty()) {
            rest.addAll(run(List.of(new Stage(perSecond, TAIL))));
        }
        ending = false;
        return Tally.of(rest);
    }

    /** When the last run began, by {@link System#nanoTime()}; its seconds count from there. */
    public long began() {
        return began;
    }

    /** Processor time that the last run took of this side. */
    public Duration client() {
        return client;
    }

    /** What the server has acknowledged. */
    public Acknowledged acknowledged() {
        return talk.acknowledged();
    }

    private void run(Stage stage, long begins) throws IOException {
        long end = begins + stage.span().toNanos();
        double gap = SECOND / stage.perSecond();
        long sent = 0;
        long due = begins;
        while (due < end) {
            long now = System.nanoTime();
            int burst = 0;
            while (due <= now && due < end && burst++ < BURST) {
                if (now - due > LATE || !send(due)) {
                    second(due).addUnsent();
                }
                due = begins + (long) (++sent * gap);
            }
            int handled = selector.selectNow(reading);
            if (burst == 0 && handled == 0) {
                LockSupport.parkNanos(Math.min(NAP, due - now));
            }
        }
    }

    private Tally second(long due) {
        return seconds.get((int) ((due - began) / SECOND));
    }

    /** The next step of a session that goes on, or a new one; false where the identifier whose turn it is is outstanding. */
    private boolean send(long due) throws IOException {
        if (ending && ready.isEmpty()) {
            return true;
        }
        Line line = lines.get(next / Line.IDENTIFIERS);
        Slot slot = line.slot(next % Line.IDENTIFIERS);
        next = (next + 1) % (lines.size() * Line.IDENTIFIERS);
        if (slot.waiting) {
            if (due - slot.since < Talk.PATIENCE.toNanos()) {
                return false;
            }
            free(slot); // lost, and its session given up
        }
        Session goesOn = ready.poll();
        if (goesOn == null) {
            talk.begin(slot.session);
        } else {
            slot.session.become(goesOn);
            spare.push(goesOn);
        }
        slot.since = due;
        slot.waiting = true;
        waiting++;
        second(due).addSent(talk.sort(slot.session));
        line.send(slot, talk);
        return true;
    }

    /** To be gone on with when its turn comes; the slot is somebody else's by then. */
    private void wait(Session session) {
        Session goesOn = spare.isEmpty() ? new Session() : spare.pop();
        goesOn.become(session);
        ready.add(goesOn);
    }

    private void free(Slot slot) {
        slot.waiting = false;
        waiting--;
    }

    private void read(SelectionKey key) {
        if (key.attachment() instanceof Line line) {
            try {
                line.read(key, in, this::hear);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private void hear(Slot slot, int size) {
        long took = System.nanoTime() - slot.since;
        byte[] answer = in.array();
        Talk.Verdict verdict = talk.judge(slot, answer, size);
        if (verdict == Talk.Verdict.STRANGE || took > Talk.PATIENCE.toNanos()) {
            return; // late for a lost one, or of somebody else
        }
        Session session = slot.session;
        Tally tally = second(slot.since);
        Sort sort = talk.sort(session);
        free(slot);
        if (verdict != Talk.Verdict.RIGHT) {
            tally.addWrong(sort);
        } else {
            tally.addRight(sort, took);
            if (talk.goOn(session, answer, size)) {
                wait(session);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Line line : lines) {
            line.close();
        }
        selector.close();
    }
}
