package org.omnihall.octets;

import java.util.HexFormat;
import java.util.Optional;

/** A 48-bit MAC address; {@link #toString} gives {@code aa:bb:cc:dd:ee:ff}, the one form that is stored and compared. */
public record MacAddress(long bits) implements Comparable<MacAddress> {

    private static final int DIGITS = 12;

    public MacAddress {
        if (bits >>> 48 != 0) {
            throw new IllegalArgumentException("more than 48 bits: " + Long.toHexString(bits));
        }
    }

    /**
     * Reads every form that access controllers send: {@code AA-BB-CC-DD-EE-FF}, {@code aa:bb:…}, {@code aabb.ccdd.eeff}, {@code
     * aabb-ccdd-eeff}, {@code AABBCCDDEEFF}. What follows the address after a colon, as the SSID does in a Called-Station-Id (RFC 3580
     * section 3.20), is not part of it and makes the text unreadable here.
     */
    public static Optional<MacAddress> parse(String text) {
        long bits = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '-' || c == '.') {
                continue;
            }
            if (!HexFormat.isHexDigit(c) || digits == DIGITS) {
                return Optional.empty();
            }
            bits = bits << 4 | HexFormat.fromHexDigit(c);
            digits++;
        }
        return digits == DIGITS ? Optional.of(new MacAddress(bits)) : Optional.empty();
    }

    /** The address held by six octets. */
    public static Optional<MacAddress> of(Octets octets) {
        return octets.length() == 6 ? parse(octets.toHex()) : Optional.empty();
    }

    public Octets octets() {
        return Octets.of(Octets.ofLong(bits).toBytes(), 2, 6);
    }

    /** True for an address that a device made up (bit 0x02 of the first octet), as phones do for privacy. */
    public boolean locallyAdministered() {
        return (bits >>> 40 & 0x02) != 0;
    }

    @Override
    public int compareTo(MacAddress other) {
        return Long.compare(bits, other.bits);
    }

    @Override
    public String toString() {
        return HexFormat.ofDelimiter(":").formatHex(octets().toBytes());
    }
}
