package org.omnihall.radius.transport;

import java.net.InetSocketAddress;
import org.omnihall.octets.Octets;
import org.omnihall.octets.Spread;
import org.omnihall.radius.Packet;

/**
 * The requests of the last seconds and their answers, in arrays: as objects they would live just long enough to fill the old generation of the
 * heap, which is then collected again and again. What nobody asks takes little; it becomes larger with what comes within the window, up to its
 * capacity.
 *
 * <p>A request is known by 128 bits mixed from its source, code, identifier and authenticator. Only verified requests get here, so nobody
 * without a secret can choose them. An entry leaves when its time is over, or for newer ones where the capacity is reached.
 */
final class DuplicateCache {

    /** An Accept with its rates is about 200 octets, an Accounting-Response 20. */
    private static final int ROOM_AN_ANSWER = 128;

    private static final int FIRST_CAPACITY = 2_048;

    private final int capacity;
    private final long windowNanos;
    private final AnswerRing answers;
    private DuplicateSlots slots;
    private long nextTicket = 1;

    DuplicateCache(ServerSettings.Duplicates settings) {
        this.capacity = settings.capacity();
        this.windowNanos = settings.window().toNanos();
        int first = Math.min(capacity, FIRST_CAPACITY);
        this.slots = new DuplicateSlots(first);
        this.answers = new AnswerRing(windowNanos, room(first), room(capacity));
    }

    private static int room(int entries) {
        return Math.max(entries * ROOM_AN_ANSWER, Packet.MAX_LENGTH);
    }

    /** What is known of a request: a ticket above 0 when it is new, else its answer, empty while it is in work. */
    record Seen(long ticket, Octets answer) {
        boolean isNew() {
            return ticket > 0;
        }
    }

    synchronized Seen look(InetSocketAddress source, Packet request, long nowNanos) {
        long keyHigh = Spread.of(request.authenticator().toLong() ^ Spread.of(source.hashCode()));
        long keyLow = Spread.of(request.authenticator().slice(8, 16).toLong()
                ^ Spread.of((request.code().number() << 8) | request.identifier())
                ^ keyHigh);
        int slot = slots.find(keyHigh, keyLow);
        if (slot >= 0) {
            if (nowNanos - slots.bornNanos(slot) < windowNanos && !isOverwritten(slot)) {
                return new Seen(0, answers.read(slots.answerAt(slot), slots.answerLength(slot)));
            }
            slots.remove(slot);
        }
        return new Seen(remember(keyHigh, keyLow, nowNanos), Octets.EMPTY);
    }

    private long remember(long keyHigh, long keyLow, long nowNanos) {
        long ticket = nextTicket++;
        if (slots.capacity() < capacity && slots.isTakenSince(ticket, nowNanos - windowNanos)) {
            slots = slots.doubled();
        }
        slots.put(ticket, keyHigh, keyLow, nowNanos);
        return ticket;
    }

    synchronized void answered(long ticket, Octets answer, long nowNanos) {
        if (slots.holds(ticket)) {
            slots.answered(ticket, answers.write(answer, nowNanos), answer.length());
        }
    }

    /** Whether the ring has come round over its answer: the request is as good as new then. */
    private boolean isOverwritten(int slot) {
        return slots.answerLength(slot) > 0 && answers.isGone(slots.answerAt(slot));
    }

    synchronized void forget(long ticket) {
        slots.forget(ticket);
    }

    /** What it takes of the heap now. */
    synchronized long octets() {
        return (long) slots.capacity() * DuplicateSlots.OCTETS_A_SLOT + answers.room();
    }
}
