package org.omnihall.eap;

/**
 * What one conversation may cost.
 *
 * @param packet the most octets of an EAP packet that we send; a message that is longer travels in fragments
 * @param message the most octets of a message that the peer sends in fragments
 * @param rounds the most requests that a conversation takes
 */
public record Limits(int packet, int message, int rounds) {

    /** RADIUS carries 4096 octets, some of which are its own. */
    public static final int LARGEST_PACKET = 3_800;

    /** The least that a link must carry (RFC 3748 section 3.1), less what may be in front of it. */
    public static final int SMALLEST_PACKET = 128;

    public static final Limits USUAL = new Limits(1_400, 65_536, 64);

    /** The same for a way that carries no more than so many octets; below the smallest it is no limit. */
    public Limits within(int octets) {
        return octets < SMALLEST_PACKET || octets >= packet ? this : new Limits(octets, message, rounds);
    }

    public Limits {
        if (packet < SMALLEST_PACKET || packet > LARGEST_PACKET) {
            throw new IllegalArgumentException(
                    "an EAP packet has " + SMALLEST_PACKET + " to " + LARGEST_PACKET + " octets: " + packet);
        }
        if (message < 1_024 || rounds < 4) {
            throw new IllegalArgumentException("no conversation fits into " + message + " octets and " + rounds);
        }
    }
}
