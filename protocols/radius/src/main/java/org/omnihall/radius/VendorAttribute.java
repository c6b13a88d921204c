package org.omnihall.radius;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.omnihall.octets.Octets;

/**
 * A vendor's attribute inside a Vendor-Specific one, in the usual form of one octet type and one octet length (RFC 2865 section 5.26).
 *
 * @param vendor the private enterprise number
 * @param number 0 to 255
 * @param value 0 to 247 octets
 */
public record VendorAttribute(int vendor, int number, Octets value) {

    /** The number of the Vendor-Specific attribute that carries them. */
    public static final int CARRIER = 26;

    /** The most octets that a value can have. */
    public static final int MAX_VALUE = 247;

    public VendorAttribute {
        if (vendor < 1 || vendor > 0xffffff || number < 0 || number > 255) {
            throw new IllegalArgumentException("no such vendor attribute: " + vendor + "/" + number);
        }
        if (value.length() > MAX_VALUE) {
            throw new IllegalArgumentException("vendor attribute value must be at most 247 octets: " + value.length());
        }
    }

    /** The sub-attributes in order; none when the attribute is not Vendor-Specific or its vendor formats it in another way. */
    public static List<VendorAttribute> in(Attribute attribute) {
        Octets value = attribute.value();
        if (attribute.type() != CARRIER || value.length() < 6 || value.at(0) != 0 || value.toInt() == 0) {
            return List.of();
        }
        ByteBuffer in = ByteBuffer.wrap(value.toBytes());
        int vendor = in.getInt();
        List<VendorAttribute> found = new ArrayList<>();
        while (in.remaining() >= 2) {
            int number = in.get() & 0xff;
            int length = in.get() & 0xff;
            if (length < 2 || length - 2 > in.remaining()) {
                return List.of();
            }
            found.add(new VendorAttribute(vendor, number, Octets.take(in, length - 2)));
        }
        return in.hasRemaining() ? List.of() : List.copyOf(found);
    }

    AttributeType type() {
        return new AttributeType(vendor, number);
    }

    Attribute wrapped() {
        ByteBuffer out = ByteBuffer.allocate(6 + value.length());
        out.putInt(vendor).put((byte) number).put((byte) (value.length() + 2));
        value.writeTo(out);
        return new Attribute(CARRIER, Octets.of(out.array()));
    }
}
