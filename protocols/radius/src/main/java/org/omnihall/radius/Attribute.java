package org.omnihall.radius;

import java.nio.ByteBuffer;
import org.omnihall.octets.Octets;

/**
 * One attribute exactly as it travelled (RFC 2865 section 5). A Vendor-Specific one stays whole here; {@link VendorAttribute#in} reads what
 * it holds.
 *
 * @param type 1 to 255
 * @param value 0 to 253 octets
 */
public record Attribute(int type, Octets value) {

    /** The most octets that a value can have. */
    public static final int MAX_VALUE = 253;

    public Attribute {
        if (type < 1 || type > 255) {
            throw new IllegalArgumentException("attribute type must be 1 to 255: " + type);
        }
        if (value.length() > MAX_VALUE) {
            throw new IllegalArgumentException("attribute value must be at most 253 octets: " + value.length());
        }
    }

    /** The attribute of a type; one of a vendor becomes a Vendor-Specific attribute with a single sub-attribute. */
    public static Attribute of(AttributeType type, Octets value) {
        return type.isVendor()
                ? new VendorAttribute(type.vendor(), type.number(), value).wrapped()
                : new Attribute(type.number(), value);
    }

    static Attribute decode(ByteBuffer in) {
        if (in.remaining() < 2) {
            throw new MalformedPacket(MalformedPacket.Fault.BAD_ATTRIBUTE);
        }
        int type = in.get() & 0xff;
        int length = in.get() & 0xff;
        if (type == 0 || length < 2 || length - 2 > in.remaining()) {
            throw new MalformedPacket(MalformedPacket.Fault.BAD_ATTRIBUTE);
        }
        return new Attribute(type, Octets.take(in, length - 2));
    }

    void encode(ByteBuffer out) {
        out.put((byte) type).put((byte) encodedLength());
        value.writeTo(out);
    }

    int encodedLength() {
        return value.length() + 2;
    }
}
