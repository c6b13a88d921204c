package org.omnihall.radius.transport;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * How many requests each source may still send: a token bucket a source, which holds twice what it gets in a second, so that a device that comes
 * back with all its users at once is served, and one that has gone mad takes nothing from the others.
 */
final class Allowance {

    private static final int SOURCES = 10_000;
    private static final double NANOS_A_SECOND = 1e9;

    private final int perSecond;
    private final Map<InetAddress, Bucket> buckets = new HashMap<>();

    /** @param perSecond requests of one source, as a rate that lasts */
    Allowance(int perSecond) {
        this.perSecond = perSecond;
    }

    private static final class Bucket {

        private double tokens;
        private long atNanos;

        Bucket(double tokens, long atNanos) {
            this.tokens = tokens;
            this.atNanos = atNanos;
        }
    }

    /** Takes one from the source's bucket; false where it is empty. */
    synchronized boolean take(InetAddress source, long nowNanos) {
        Bucket his = buckets.get(source);
        if (his == null) {
            makeRoom(nowNanos);
            his = new Bucket(most(), nowNanos);
            buckets.put(source, his);
        }
        his.tokens = filled(his, nowNanos);
        his.atNanos = nowNanos;
        if (his.tokens < 1) {
            return false;
        }
        his.tokens--;
        return true;
    }

    private double filled(Bucket bucket, long nowNanos) {
        return Math.min(most(), bucket.tokens + (nowNanos - bucket.atNanos) * (perSecond / NANOS_A_SECOND));
    }

    private double most() {
        return 2.0 * perSecond;
    }

    /** Forgets whose bucket is full again; who asks often keeps his. */
    private void makeRoom(long nowNanos) {
        if (buckets.size() >= SOURCES) {
            buckets.values().removeIf(bucket -> filled(bucket, nowNanos) >= most());
        }
    }
}
