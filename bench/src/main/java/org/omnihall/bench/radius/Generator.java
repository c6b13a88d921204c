package org.omnihall.bench.radius;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;

/**
 * A closed loop: a controller that has so many requests outstanding, each for a session of its own, and sends the next when one is answered. One
 * thread, two sockets, no object for a packet; each request has a fresh authenticator, each answer is matched and its authenticator checked.
 */
public final class Generator implements AutoCloseable {

    private static final int IDENTIFIERS = 256;
    private static final int SWEEP = 4096;

    private final Talk talk;
    private final DatagramChannel access;
    private final DatagramChannel accounting;
    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocate(Wire.LARGEST);
    private final Slot[] slots;
    private Tally tally = new Tally();
    private long mostSessions;

    /**
     * Opens the sockets.
     *
     * @param run the beginning of the sessions' ids, which must be new
     * @param outstanding at most 64, so that an identifier rests before it is used again
     */
    public Generator(Target target, String run, int outstanding, Traffic traffic) throws IOException {
        this.talk = new Talk(target, run, traffic);
        this.access = Talk.open(target.from(), target.access());
        this.accounting = Talk.open(target.from(), target.accounting());
        this.selector = Selector.open();
        this.access.register(selector, SelectionKey.OP_READ);
        this.accounting.register(selector, SelectionKey.OP_READ);
        this.slots = new Slot[outstanding];
        for (int i = 0; i < outstanding; i++) {
            slots[i] = new Slot(i);
        }
    }

    /** Keeps all of them outstanding for a while, on the caller's thread. */
    public Report run(Duration span) throws IOException {
        return run(span, Long.MAX_VALUE);
    }

    /**
     * The same for so many sessions more, or until the time is over. What is under way at the end goes on to its end, and belongs to nobody's
     * figures.
     */
    public Report run(Duration span, long sessions) throws IOException {
        tally = new Tally();
        mostSessions = sessions == Long.MAX_VALUE ? sessions : talk.begun() + sessions;
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long began = System.nanoTime();
        long end = began + span.toNanos();
        for (Slot slot : slots) {
            begin(slot);
        }
        long now = talk(end);
        Duration took = Duration.ofNanos(now - began);
        Duration client = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu);
        Report report = new Report(tally, took, client);
        finish();
        return report;
    }

    private void finish() throws IOException {
        Tally rest = new Tally();
        for (Slot slot : slots) {
            if (slot.waiting) {
                tally.takeBackSent(talk.sort(slot.session));
                rest.addSent(talk.sort(slot.session));
            }
        }
        tally = rest;
        mostSessions = talk.begun();
        talk(System.nanoTime() + Talk.PATIENCE.multipliedBy(2).toNanos());
    }

    /** What the server has acknowledged since the generator was opened. */
    public Acknowledged acknowledged() {
        return talk.acknowledged();
    }

    /** Until a moment, or until nothing is outstanding any more; the moment of its end. */
    private long talk(long end) throws IOException {
        long turns = 0;
        long now = System.nanoTime();
        while (now < end && (turns % SWEEP != 0 || waiting() > 0)) {
            int handled = receive(access) + receive(accounting);
            if (handled == 0) {
                selector.select(10);
                selector.selectedKeys().clear();
            }
            if (++turns % SWEEP == 0 || handled == 0) {
                sweep();
                turns = 0;
            }
            now = System.nanoTime();
        }
        return now;
    }

    private int waiting() {
        int waiting = 0;
        for (Slot slot : slots) {
            waiting += slot.waiting ? 1 : 0;
        }
        return waiting;
    }

    private int receive(DatagramChannel channel) throws IOException {
        int handled = 0;
        in.clear();
        while (handled < slots.length && channel.read(in) > 0) {
            answered(in.array(), in.position());
            in.clear();
            handled++;
        }
        return handled;
    }

    private void answered(byte[] answer, int size) throws IOException {
        Slot slot = slots[(answer[1] & 0xff) % slots.length];
        if ((answer[1] & 0xff) != slot.identifier) {
            tally.addStrange(); // late for a lost one, or of somebody else; the slot is swept when nothing better comes
            return;
        }
        switch (talk.judge(slot, answer, size)) {
            case STRANGE -> tally.addStrange();
            case WRONG, REFUSED -> {
                tally.addWrong(talk.sort(slot.session));
                begin(slot);
            }
            case RIGHT -> {
                tally.addRight(talk.sort(slot.session), System.nanoTime() - slot.since);
                if (talk.goOn(slot.session, answer, size)) {
                    send(slot);
                } else {
                    begin(slot);
                }
            }
        }
    }

    private void sweep() throws IOException {
        long before = System.nanoTime() - Talk.PATIENCE.toNanos();
        for (Slot slot : slots) {
            if (slot.waiting && slot.since < before) {
                begin(slot);
            }
        }
    }

    /** The next session, where there is to be one. */
    private void begin(Slot slot) throws IOException {
        slot.waiting = false;
        if (talk.begun() < mostSessions) {
            talk.begin(slot.session);
            send(slot);
        }
    }

    private void send(Slot slot) throws IOException {
        slot.identifier = (slot.identifier + slots.length) % (IDENTIFIERS / slots.length * slots.length);
        slot.waiting = true;
        tally.addSent(talk.sort(slot.session));
        talk.send(slot, slot.session.step().isAccess() ? access : accounting);
        slot.since = System.nanoTime();
    }

    @Override
    public void close() throws IOException {
        selector.close();
        access.close();
        accounting.close();
    }
}
