package org.omnihall.portal;

import java.nio.ByteBuffer;

/**
 * The first 16 octets of a packet but for the number of attributes, which the packet counts itself.
 *
 * @param version 1 to 3; does not tell whether an authenticator follows, the {@link Dialect} does
 * @param method {@link #CHAP} or {@link #PAP}; means something in REQ_AUTH, the rest of the exchange copies it
 * @param reserved 0; 1 in NTF_USER_LOGON when the user came in by MAC
 * @param serial chosen by who asks, echoed by who answers, the same in a retransmission
 * @param requestId allocated by the access device
 * @param userIp the client's IPv4 address, 0 when it is an IPv6 one
 * @param userPort always 0
 */
public record Header(
        int version,
        Type type,
        int method,
        int reserved,
        int serial,
        int requestId,
        int userIp,
        int userPort,
        int errCode) {

    public static final int LENGTH = 16;
    public static final int CHAP = 0;
    public static final int PAP = 1;

    public Header {
        fits(version, 0xff);
        fits(method, 0xff);
        fits(reserved, 0xff);
        fits(errCode, 0xff);
        fits(serial, 0xffff);
        fits(requestId, 0xffff);
        fits(userPort, 0xffff);
    }

    private static void fits(int value, int most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("header field: " + value);
        }
    }

    void writeTo(ByteBuffer out, int attributes) {
        out.put((byte) version).put((byte) type.value()).put((byte) method).put((byte) reserved);
        out.putShort((short) serial).putShort((short) requestId).putInt(userIp).putShort((short) userPort);
        out.put((byte) errCode).put((byte) attributes);
    }

    Header withMethod(int changed) {
        return new Header(version, type, changed, reserved, serial, requestId, userIp, userPort, errCode);
    }

    Header withReserved(int changed) {
        return new Header(version, type, method, changed, serial, requestId, userIp, userPort, errCode);
    }

    Header withSerial(int changed) {
        return new Header(version, type, method, reserved, changed, requestId, userIp, userPort, errCode);
    }

    Header withRequestId(int changed) {
        return new Header(version, type, method, reserved, serial, changed, userIp, userPort, errCode);
    }

    Header withErrCode(int changed) {
        return new Header(version, type, method, reserved, serial, requestId, userIp, userPort, changed);
    }
}
