package org.omnihall.eap;

import java.nio.ByteBuffer;
import org.omnihall.octets.Octets;

/**
 * An EAP packet exactly as it travelled (RFC 3748 section 4).
 *
 * @param identifier 0 to 255
 * @param data what follows the length: the type and its data in a Request or Response, nothing in a Success or Failure
 */
public record EapPacket(EapCode code, int identifier, Octets data) {

    /** The octets before the data. */
    public static final int HEADER_LENGTH = 4;

    /** The most octets that the length field can tell. */
    public static final int MAX_LENGTH = 0xffff;

    public EapPacket {
        if (identifier < 0 || identifier > 255) {
            throw new IllegalArgumentException("identifier must be one octet: " + identifier);
        }
        if (code.isTyped() == data.isEmpty() || data.length() > MAX_LENGTH - HEADER_LENGTH) {
            throw new IllegalArgumentException(code + " cannot have " + data.length() + " octets of data");
        }
    }

    public static EapPacket request(int identifier, int type, Octets typeData) {
        return typed(EapCode.REQUEST, identifier, type, typeData);
    }

    public static EapPacket response(int identifier, int type, Octets typeData) {
        return typed(EapCode.RESPONSE, identifier, type, typeData);
    }

    public static EapPacket success(int identifier) {
        return new EapPacket(EapCode.SUCCESS, identifier, Octets.EMPTY);
    }

    public static EapPacket failure(int identifier) {
        return new EapPacket(EapCode.FAILURE, identifier, Octets.EMPTY);
    }

    private static EapPacket typed(EapCode code, int identifier, int type, Octets typeData) {
        return new EapPacket(code, identifier, Octets.of((byte) type).plus(typeData));
    }

    /** Reads one packet; octets behind its length field are padding. Throws {@link MalformedEap}, nothing else. */
    public static EapPacket decode(Octets in) {
        if (in.length() < HEADER_LENGTH) {
            throw new MalformedEap(MalformedEap.Fault.TOO_SHORT);
        }
        EapCode code = EapCode.of(in.at(0)).orElseThrow(() -> new MalformedEap(MalformedEap.Fault.UNKNOWN_CODE));
        int length = in.at(2) << 8 | in.at(3);
        boolean fits = code.isTyped() ? length > HEADER_LENGTH : length == HEADER_LENGTH;
        if (!fits || length > in.length()) {
            throw new MalformedEap(MalformedEap.Fault.BAD_LENGTH);
        }
        return new EapPacket(code, in.at(1), in.slice(HEADER_LENGTH, length));
    }

    /** The octets on the wire; {@code decode(encode(p)).equals(p)}, always. */
    public Octets encode() {
        int length = HEADER_LENGTH + data.length();
        ByteBuffer out = ByteBuffer.allocate(length);
        out.put((byte) code.number()).put((byte) identifier).putShort((short) length);
        data.writeTo(out);
        return Octets.of(out.array());
    }

    /** The type of a Request or Response, 0 for the others. */
    public int type() {
        return data.isEmpty() ? 0 : data.at(0);
    }

    /** What follows the type. */
    public Octets typeData() {
        return data.isEmpty() ? data : data.slice(1, data.length());
    }
}
