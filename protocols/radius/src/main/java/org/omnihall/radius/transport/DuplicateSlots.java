package org.omnihall.radius.transport;

import java.util.Arrays;

/**
 * The last so many requests by their tickets, found by 128 bits of key: a ring of arrays with an open-addressed index over it, and no object a
 * request.
 */
final class DuplicateSlots {

    /** Five long numbers, a length, and two places in the index. */
    static final int OCTETS_A_SLOT = 5 * Long.BYTES + Short.BYTES + 2 * Integer.BYTES;

    private static final int NONE = -1;

    private final int mask;
    private final long[] high;
    private final long[] low;
    private final long[] bornNanos;
    private final long[] ticketOf;
    private final long[] answerAt;
    private final short[] answerLength;
    private final int[] index;

    /** @param capacity how many requests; a power of two */
    DuplicateSlots(int capacity) {
        this.mask = capacity - 1;
        this.high = new long[capacity];
        this.low = new long[capacity];
        this.bornNanos = new long[capacity];
        this.ticketOf = new long[capacity];
        this.answerAt = new long[capacity];
        this.answerLength = new short[capacity];
        this.index = new int[capacity * 2];
        Arrays.fill(index, NONE);
    }

    /** The same requests with twice the room. */
    DuplicateSlots doubled() {
        DuplicateSlots larger = new DuplicateSlots(2 * capacity());
        for (int slot = 0; slot < capacity(); slot++) {
            if (ticketOf[slot] != 0) {
                larger.put(ticketOf[slot], high[slot], low[slot], bornNanos[slot]);
                larger.answered(ticketOf[slot], answerAt[slot], answerLength[slot]);
            }
        }
        return larger;
    }

    int capacity() {
        return mask + 1;
    }

    /** The slot of a request; negative where none has this key. */
    int find(long keyHigh, long keyLow) {
        return index[place(keyHigh, keyLow)];
    }

    /** Takes a request in; the one whose turn is over goes. */
    void put(long ticket, long keyHigh, long keyLow, long nowNanos) {
        int slot = slot(ticket);
        remove(slot);
        high[slot] = keyHigh;
        low[slot] = keyLow;
        bornNanos[slot] = nowNanos;
        ticketOf[slot] = ticket;
        index[place(keyHigh, keyLow)] = slot;
    }

    /** Whether this ticket's request is still there. */
    boolean holds(long ticket) {
        return ticketOf[slot(ticket)] == ticket;
    }

    /** Whether a request has to go for this ticket though it came after that moment. */
    boolean isTakenSince(long ticket, long nanos) {
        int slot = slot(ticket);
        return ticketOf[slot] != 0 && bornNanos[slot] - nanos > 0;
    }

    void answered(long ticket, long at, int length) {
        answerAt[slot(ticket)] = at;
        answerLength[slot(ticket)] = (short) length;
    }

    long bornNanos(int slot) {
        return bornNanos[slot];
    }

    long answerAt(int slot) {
        return answerAt[slot];
    }

    /** 0 where there is no answer yet. */
    int answerLength(int slot) {
        return answerLength[slot];
    }

    void forget(long ticket) {
        if (holds(ticket)) {
            remove(slot(ticket));
        }
    }

    /** Closes the hole in the index, so that whatever was reached across it is reached still. */
    void remove(int slot) {
        if (ticketOf[slot] == 0) {
            return;
        }
        int hole = place(high[slot], low[slot]);
        ticketOf[slot] = 0;
        answerLength[slot] = 0;
        index[hole] = NONE;
        for (int at = next(hole); index[at] != NONE; at = next(at)) {
            int home = home(high[index[at]]);
            boolean reachable = hole < at ? (home > hole && home <= at) : (home > hole || home <= at);
            if (!reachable) {
                index[hole] = index[at];
                index[at] = NONE;
                hole = at;
            }
        }
    }

    private int slot(long ticket) {
        return (int) ticket & mask;
    }

    private int place(long keyHigh, long keyLow) {
        int at = home(keyHigh);
        while (index[at] != NONE && (high[index[at]] != keyHigh || low[index[at]] != keyLow)) {
            at = next(at);
        }
        return at;
    }

    private int home(long keyHigh) {
        return (int) keyHigh & (index.length - 1);
    }

    private int next(int at) {
        return (at + 1) & (index.length - 1);
    }
}
