package org.omnihall.radius.transport;

import java.net.InetSocketAddress;
import java.util.Arrays;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Packet;

/**
 * The requests of the last seconds and their answers, as a ring of arrays with an open-addressed index over it. The answers lie in a ring of octets of
 * their own: as objects they would live just long enough to fill the old generation of the heap, which is then collected again and again.
 *
 * <p>A request is known by 128 bits mixed from its source, code, identifier and authenticator. Only verified requests get here, so nobody
 * without a secret can choose them. An entry leaves when the ring comes round or its time is over, whichever is first.
 */
final class DuplicateCache {

    private static final int FREE = -1;
    private static final int MOST = Packet.MAX_LENGTH;

    /** An Accept with its rates is about 200 octets, an Accounting-Response 20. */
    private static final int ROOM_AN_ANSWER = 128;

    private final int mask;
    private final long windowNanos;
    private final long[] high;
    private final long[] low;
    private final long[] bornNanos;
    private final long[] ticketOf;
    private final byte[] answers;
    private final long[] answerAt;
    private final short[] answerLength;
    private final int[] index;
    private long nextTicket = 1;

    /** How many octets of answers were written so far. */
    private long nextAnswer;

    DuplicateCache(ServerSettings.Duplicates settings) {
        int capacity = settings.capacity();
        this.mask = capacity - 1;
        this.windowNanos = settings.window().toNanos();
        this.high = new long[capacity];
        this.low = new long[capacity];
        this.bornNanos = new long[capacity];
        this.ticketOf = new long[capacity];
        this.answers = new byte[Math.max(capacity * ROOM_AN_ANSWER, MOST)];
        this.answerAt = new long[capacity];
        this.answerLength = new short[capacity];
        this.index = new int[capacity * 2];
        Arrays.fill(index, FREE);
    }

    /** What is known of a request: a ticket above 0 when it is new, else its answer, empty while it is in work. */
    record Seen(long ticket, Octets answer) {
        boolean isNew() {
            return ticket > 0;
        }
    }

    synchronized Seen look(InetSocketAddress source, Packet request, long nowNanos) {
        long keyHigh = mix(request.authenticator().toLong() ^ mix(source.hashCode()));
        long keyLow = mix(request.authenticator().slice(8, 16).toLong()
                ^ mix((request.code().number() << 8) | request.identifier())
                ^ keyHigh);
        int at = find(keyHigh, keyLow);
        if (index[at] != FREE) {
            int slot = index[at];
            if (nowNanos - bornNanos[slot] < windowNanos && !isOverwritten(slot)) {
                return new Seen(0, answer(slot));
            }
            remove(slot);
        }
        return new Seen(remember(keyHigh, keyLow, nowNanos), Octets.EMPTY);
    }

    private long remember(long keyHigh, long keyLow, long nowNanos) {
        long ticket = nextTicket++;
        int slot = (int) ticket & mask;
        remove(slot);
        high[slot] = keyHigh;
        low[slot] = keyLow;
        bornNanos[slot] = nowNanos;
        ticketOf[slot] = ticket;
        index[find(keyHigh, keyLow)] = slot;
        return ticket;
    }

    synchronized void answered(long ticket, Octets answer) {
        int slot = (int) ticket & mask;
        if (ticketOf[slot] == ticket) {
            answerAt[slot] = nextAnswer;
            answerLength[slot] = (short) answer.length();
            write(answer);
        }
    }

    /** Whether the ring has come round over its answer: the request is as good as new then. */
    private boolean isOverwritten(int slot) {
        return answerLength[slot] > 0 && nextAnswer - answerAt[slot] > answers.length;
    }

    private Octets answer(int slot) {
        int length = answerLength[slot];
        int from = (int) (answerAt[slot] % answers.length);
        int first = Math.min(length, answers.length - from);
        return Octets.of(answers, from, first).plus(Octets.of(answers, 0, length - first));
    }

    private void write(Octets answer) {
        byte[] octets = answer.toBytes();
        int to = (int) (nextAnswer % answers.length);
        int first = Math.min(octets.length, answers.length - to);
        System.arraycopy(octets, 0, answers, to, first);
        System.arraycopy(octets, first, answers, 0, octets.length - first);
        nextAnswer += octets.length;
    }

    synchronized void forget(long ticket) {
        int slot = (int) ticket & mask;
        if (ticketOf[slot] == ticket) {
            remove(slot);
        }
    }

    private void remove(int slot) {
        if (ticketOf[slot] == 0) {
            return;
        }
        int hole = find(high[slot], low[slot]);
        ticketOf[slot] = 0;
        answerLength[slot] = 0;
        index[hole] = FREE;
        for (int at = next(hole); index[at] != FREE; at = next(at)) {
            int home = home(high[index[at]]);
            boolean reachable = hole < at ? (home > hole && home <= at) : (home > hole || home <= at);
            if (!reachable) {
                index[hole] = index[at];
                index[at] = FREE;
                hole = at;
            }
        }
    }

    private int find(long keyHigh, long keyLow) {
        int at = home(keyHigh);
        while (index[at] != FREE && (high[index[at]] != keyHigh || low[index[at]] != keyLow)) {
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

    /** Spreads every bit over all others (the finalizer of MurmurHash3). */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
