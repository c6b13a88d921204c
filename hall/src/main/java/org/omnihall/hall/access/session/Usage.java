package org.omnihall.hall.access.session;

import java.time.Duration;

/** What a session has used so far, seen from the user: {@code up} is what he sent ("input" of the controller), in octets. */
public record Usage(long upOctets, long downOctets, long upPackets, long downPackets, Duration time) {

    public static final Usage NONE = new Usage(0, 0, 0, 0, Duration.ZERO);

    /** So that both directions together are a number too, whatever a controller says. */
    private static final long MOST = Long.MAX_VALUE / 2;

    /** Both directions together. */
    public long octets() {
        return Math.clamp(upOctets, 0, MOST) + Math.clamp(downOctets, 0, MOST);
    }

    /** The greater of each counter; a counter of a session never runs backwards. */
    Usage max(Usage other) {
        return new Usage(
                Math.max(upOctets, other.upOctets),
                Math.max(downOctets, other.downOctets),
                Math.max(upPackets, other.upPackets),
                Math.max(downPackets, other.downPackets),
                time.compareTo(other.time) >= 0 ? time : other.time);
    }

    /** What has been used since an earlier state of the same session. */
    Usage since(Usage earlier) {
        return new Usage(
                upOctets - earlier.upOctets,
                downOctets - earlier.downOctets,
                upPackets - earlier.upPackets,
                downPackets - earlier.downPackets,
                time.minus(earlier.time));
    }
}
