package org.omnihall.bench.radius;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A controller that gives nothing up: what is not answered it sends again until it is, as a device with a buffer does.
 *
 * <p>A packet goes to any of its servers; twice as it is, then to the next of them with an identifier of its own and its delay, the event being the
 * same. A session's accounting goes out at its time, whether what was before it is acknowledged or not, so that a later event may overtake it.
 */
public final class RepeatingLoop implements AutoCloseable {

    private static final long AGAIN = Duration.ofSeconds(2).toNanos();
    private static final long SWEEP = Duration.ofMillis(50).toNanos();
    private static final long BEHIND = Duration.ofSeconds(1).toNanos();
    private static final int AS_IT_IS = 2;

    private final Talk talk;
    private final Pace pace;
    private final SplittableRandom random;
    private final Selector selector = Selector.open();
    private final ByteBuffer in = ByteBuffer.allocate(Wire.LARGEST);
    private final List<List<Door>> doors = new ArrayList<>();
    private final List<Errand> errands = new ArrayList<>();
    private final ArrayDeque<Errand> free = new ArrayDeque<>();
    private final PriorityQueue<Due> ready = new PriorityQueue<>(Comparator.comparingLong(Due::at));
    private final Presence presence;
    private final Places places = new Places();
    private final AtomicBoolean ending = new AtomicBoolean();
    private long accounting;
    private long repeats;
    private long wrong;
    private long lastAnswer;
    private long silence;

    /**
     * How much is asked.
     *
     * @param perSecond requests, repeats not counted
     * @param step from one step of a session to the next
     * @param outstanding at most so many requests wait for their answers
     * @param seed draws the server of each request
     */
    public record Pace(double perSecond, Duration step, int outstanding, long seed) {}

    /** A step of a session and when it is taken. */
    private record Due(Session session, long at) {}

    /**
     * What was done.
     *
     * @param accounting distinct events that were sent
     * @param repeats packets that were sent again, Access-Requests among them
     * @param wrong answers other than the one that must come; a refusal by the limit where nobody had the place among them
     * @param refused by the limit of devices, rightly
     * @param silence the longest time without any answer
     * @param unanswered what was given up at the end
     */
    public record Told(long accounting, long repeats, long wrong, long refused, Duration silence, int unanswered) {}

    /**
     * Opens the sockets.
     *
     * @param servers with one name and secret for all
     * @param run the beginning of the sessions' ids, which must be new
     */
    public RepeatingLoop(List<Target> servers, String run, Pace pace, Traffic traffic) throws IOException {
        this.talk = new Talk(servers.getFirst(), run, traffic);
        this.pace = pace;
        this.random = new SplittableRandom(pace.seed());
        this.presence = new Presence(run);
        for (int i = 0; i < pace.outstanding(); i++) {
            Errand errand = new Errand(i);
            errands.add(errand);
            free.add(errand);
        }
        for (int server = 0; server < servers.size(); server++) {
            List<Door> of = new ArrayList<>();
            for (int line = 0; line <= (pace.outstanding() - 1) / Errand.ON_A_LINE; line++) {
                of.add(Door.open(servers.get(server), server, line, selector));
            }
            doors.add(of);
        }
    }

    /** Begins sessions until {@link #end()}, then brings them to their ends, for so long at most. On the caller's thread. */
    public Told run(Duration patience) throws IOException {
        double gap = 1e9 / pace.perSecond();
        lastAnswer = System.nanoTime();
        double due = lastAnswer;
        long swept = lastAnswer;
        long until = Long.MAX_VALUE;
        long now = lastAnswer;
        while (now < until && !(ending.get() && isDone())) {
            due = Math.max(due, (double) (now - BEHIND));
            while (due <= now) {
                sendOne(now);
                due += gap;
            }
            if (now - swept > SWEEP) {
                swept = now;
                sweep(now);
            }
            selector.select(this::read, 1);
            now = System.nanoTime();
            until = ending.get() ? Math.min(until, now + patience.toNanos()) : until;
        }
        silence = Math.max(silence, isDone() ? 0 : now - lastAnswer);
        return new Told(
                accounting,
                repeats,
                wrong + places.wronglyRefused(),
                places.rightlyRefused(),
                Duration.ofNanos(silence),
                errands.size() - free.size());
    }

    /** Begins no session more. From any thread. */
    public void end() {
        ending.set(true);
    }

    /** What the servers have acknowledged; to be asked when it has ended. */
    public Acknowledged acknowledged() {
        return talk.acknowledged();
    }

    /** Who is online, by what this controller knows. From any thread. */
    public Presence presence() {
        return presence;
    }

    private boolean isDone() {
        return ready.isEmpty() && free.size() == errands.size();
    }

    /** The next step that is due, or a new session; nothing where all that may be outstanding is. */
    private void sendOne(long now) throws IOException {
        if (free.isEmpty()) {
            return;
        }
        Due next = ready.peek();
        if (next != null && next.at() <= now) {
            ready.remove();
            send(presence.isToEnd(next.session()) ? stopped(next.session()) : next.session(), now);
        } else if (!ending.get()) {
            Session fresh = new Session();
            talk.begin(fresh);
            send(fresh, now);
        }
    }

    private static Session stopped(Session session) {
        session.goTo(Traffic.Step.STOP);
        return session;
    }

    private void send(Session session, long now) throws IOException {
        Errand errand = free.remove();
        errand.begin(session, random.nextInt(doors.size()), now);
        errand.packet = talk.written(errand.slot);
        if (!session.step().isAccess()) {
            accounting++;
            presence.sent(session, now);
            Session later = session.copy();
            if (talk.forward(later)) {
                ready.add(new Due(later, now + pace.step().toNanos()));
            }
        }
        transmit(errand, now);
    }

    private void transmit(Errand errand, long now) throws IOException {
        errand.sent(now);
        doors.get(errand.server).get(errand.line).send(errand);
    }

    private void sweep(long now) throws IOException {
        for (Errand errand : errands) {
            if (errand.slot.waiting && now - errand.last > AGAIN) {
                if (errand.sendings % AS_IT_IS == 0) {
                    errand.turnTo((errand.server + 1) % doors.size());
                    errand.packet = talk.written(errand.slot);
                }
                repeats++;
                transmit(errand, now);
            }
        }
    }

    private void read(SelectionKey key) {
        if (key.attachment() instanceof Door door) {
            try {
                while (door.read(key, in)) {
                    hear(door, in.array(), in.position());
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private void hear(Door door, byte[] answer, int size) {
        Errand errand = errands.get(Errand.number(door.line(), answer[1] & 0xff, errands.size()));
        if (errand.server != door.server() || errand.slot.identifier != (answer[1] & 0xff)) {
            return; // late for one that was sent anew
        }
        Talk.Verdict verdict = talk.judge(errand.slot, answer, size);
        if (verdict == Talk.Verdict.STRANGE) {
            return;
        }
        long now = System.nanoTime();
        silence = Math.max(silence, now - lastAnswer);
        lastAnswer = now;
        errand.slot.waiting = false;
        free.add(errand);
        if (verdict == Talk.Verdict.WRONG) {
            wrong++;
            return;
        }
        Session session = errand.slot.session;
        if (verdict == Talk.Verdict.REFUSED) {
            places.refused(talk.subscriber(session), errand.slot.since, now);
            return;
        }
        talk.keep(session, answer, size);
        if (session.step().isAccess()) {
            places.taken(talk.subscriber(session), session.number, errand.slot.since);
            if (talk.forward(session)) {
                ready.add(new Due(session, now + pace.step().toNanos()));
            }
        } else {
            presence.acknowledged(session, now, errand.server);
            if (session.step() == Traffic.Step.STOP) {
                places.left(talk.subscriber(session), session.number, now);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (List<Door> of : doors) {
            for (Door door : of) {
                door.close();
            }
        }
        selector.close();
    }
}
