package org.omnihall.portal;

import java.nio.ByteBuffer;
import org.omnihall.octets.Octets;

/** One attribute as it travelled: a type of 0 to 255, known or not, and at most 253 octets. */
public record Attribute(int type, Octets value) {

    public static final int MAX_VALUE = 253;

    public Attribute {
        if (type < 0 || type > 0xff) {
            throw new IllegalArgumentException("attribute type: " + type);
        }
        if (value.length() > MAX_VALUE) {
            throw new IllegalArgumentException("attribute value of " + value.length() + " octets");
        }
    }

    public Attribute(AttributeType type, Octets value) {
        this(type.value(), value);
    }

    public boolean is(AttributeType wanted) {
        return type == wanted.value();
    }

    /** The octets on the wire: the length counts type and length too. */
    int length() {
        return 2 + value.length();
    }

    void writeTo(ByteBuffer out) {
        out.put((byte) type).put((byte) length());
        value.writeTo(out);
    }

    /** Shows no credential. */
    @Override
    public String toString() {
        String name = AttributeType.of(type).map(AttributeType::name).orElse("0x" + Integer.toHexString(type));
        boolean secret = is(AttributeType.PASSWORD) || is(AttributeType.CHAP_PASSWORD);
        return name + "=" + (secret ? "••••••" : value);
    }
}
