package org.omnihall.radius.dictionary;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.omnihall.octets.Octets;

/** How the octets of a value are read and written as text (RFC 8044). */
public enum ValueType {
    TEXT(0, 253),
    OCTETS(0, 253),
    INTEGER(4, 4),
    INTEGER64(8, 8),
    IPV4(4, 4),
    IPV6(16, 16),
    /** A reserved octet, the prefix length, and as many octets as the prefix needs. */
    IPV6PREFIX(2, 18),
    /** An interface identifier of eight octets. */
    IFID(8, 8),
    /** Seconds since 1970 in 32 bits. */
    DATE(4, 4);

    private final int shortest;
    private final int longest;

    ValueType(int shortest, int longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    boolean fits(Octets value) {
        return value.length() >= shortest && value.length() <= longest;
    }

    /** The value as radclient prints it; what is not of this type becomes hexadecimal. */
    String format(Octets value) {
        return switch (fits(value) ? this : OCTETS) {
            case TEXT -> quoted(value);
            case OCTETS -> "0x" + value.toHex();
            case INTEGER -> Integer.toUnsignedString(value.toInt());
            case INTEGER64 -> Long.toUnsignedString(value.toLong());
            case IPV4, IPV6 -> address(value);
            case IPV6PREFIX -> prefix(value);
            case IFID -> groups(value);
            case DATE ->
                Instant.ofEpochSecond(Integer.toUnsignedLong(value.toInt())).toString();
        };
    }

    /** Reads a value from text, as a settings file holds it; throws {@link IllegalArgumentException} when it is not of this type. */
    Octets parse(String text) {
        try {
            Octets value = read(text);
            if (fits(value)) {
                return value;
            }
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("not a date: " + text, unreadable);
        }
        throw new IllegalArgumentException("not of type " + this + ": " + text);
    }

    private Octets read(String text) {
        return switch (this) {
            case TEXT -> Octets.ofText(text);
            case OCTETS -> Octets.ofHex(text.startsWith("0x") ? text.substring(2) : text);
            case INTEGER -> Octets.ofInt(Integer.parseUnsignedInt(text));
            case INTEGER64 -> Octets.ofLong(Long.parseUnsignedLong(text));
            case IPV4, IPV6 -> ofAddress(text);
            case IPV6PREFIX -> ofPrefix(text);
            case IFID -> Octets.ofHex(text);
            case DATE -> Octets.ofInt((int) Instant.parse(text).getEpochSecond());
        };
    }

    private static String quoted(Octets value) {
        StringBuilder out = new StringBuilder("\"");
        value.toText().codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c)) {
                out.append("\\x%02x".formatted(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }

    private static String address(Octets value) {
        try {
            return InetAddress.getByAddress(value.toBytes()).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Octets ofAddress(String text) {
        return Octets.of(InetAddress.ofLiteral(text).getAddress());
    }

    private static String prefix(Octets value) {
        byte[] whole = new byte[16];
        System.arraycopy(value.toBytes(), 2, whole, 0, value.length() - 2);
        return address(Octets.of(whole)) + "/" + value.at(1);
    }

    private static Octets ofPrefix(String text) {
        int slash = text.indexOf('/');
        int bits = slash < 0 ? 128 : Integer.parseInt(text.substring(slash + 1));
        Octets address = ofAddress(slash < 0 ? text : text.substring(0, slash));
        if (bits < 0 || bits > 128 || address.length() != 16) {
            throw new IllegalArgumentException("not an IPv6 prefix: " + text);
        }
        return Octets.of((byte) 0, (byte) bits).plus(address.slice(0, (bits + 7) / 8));
    }

    private static String groups(Octets value) {
        String hex = value.toHex();
        return String.join(":", hex.substring(0, 4), hex.substring(4, 8), hex.substring(8, 12), hex.substring(12));
    }
}
