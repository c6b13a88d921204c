package org.omnihall.radius.transport;

import org.omnihall.octets.Octets;

/**
 * The octets of the last answers, each at the place where it was written. It becomes larger, up to its bound, rather than write over what it took
 * in within the window.
 */
final class AnswerRing {

    private final long windowNanos;
    private final int most;
    private byte[] ring;

    /** How many octets were written so far; the place of the next answer. */
    private long next;

    /** What is older was not taken along when it became larger. */
    private long validFrom;

    /** Where and when the round began that is being written. */
    private long roundFrom;

    private long roundSince;

    /**
     * @param room octets to begin with; longer than any answer
     * @param most octets at the end
     */
    AnswerRing(long windowNanos, int room, int most) {
        this.windowNanos = windowNanos;
        this.ring = new byte[room];
        this.most = most;
    }

    /** Takes an answer in and tells its place. */
    long write(Octets answer, long nowNanos) {
        if (next == 0) {
            roundSince = nowNanos;
        } else if (next + answer.length() - roundFrom > ring.length) {
            turn(nowNanos);
        }
        long at = next;
        copy(answer.toBytes(), at);
        next += answer.length();
        return at;
    }

    /** The round is full: more room where it took less than the window, else the next one. */
    private void turn(long nowNanos) {
        if (nowNanos - roundSince < windowNanos && ring.length < most) {
            Octets kept = read(next - Math.min(next, ring.length), (int) Math.min(next, ring.length));
            ring = new byte[(int) Math.min(2L * ring.length, most)];
            copy(kept.toBytes(), next - kept.length());
            validFrom = next - kept.length();
        } else {
            roundFrom = next;
            roundSince = nowNanos;
        }
    }

    private void copy(byte[] octets, long place) {
        int to = (int) (place % ring.length);
        int first = Math.min(octets.length, ring.length - to);
        System.arraycopy(octets, 0, ring, to, first);
        System.arraycopy(octets, first, ring, 0, octets.length - first);
    }

    /** Whether what began at this place is not there any more. */
    boolean isGone(long place) {
        return place < validFrom || next - place > ring.length;
    }

    Octets read(long place, int length) {
        int from = (int) (place % ring.length);
        int first = Math.min(length, ring.length - from);
        return Octets.of(ring, from, first).plus(Octets.of(ring, 0, length - first));
    }

    /** How many octets it takes now. */
    int room() {
        return ring.length;
    }
}
