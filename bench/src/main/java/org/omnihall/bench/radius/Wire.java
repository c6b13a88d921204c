package org.omnihall.bench.radius;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * RADIUS as octets (RFC 2865, 2866, RFC 3579 section 3.2): what a controller sends, and whether an answer is of whoever knows the secret. One for
 * each thread.
 */
final class Wire {

    static final int LARGEST = 4096;
    static final int HEAD = 20;
    static final int AUTHENTICATOR = 16;

    static final int ACCESS_REQUEST = 1;
    static final int ACCESS_ACCEPT = 2;
    static final int ACCESS_REJECT = 3;
    static final int ACCOUNTING_REQUEST = 4;
    static final int ACCOUNTING_RESPONSE = 5;

    private static final int USER_PASSWORD = 2;
    private static final int MESSAGE_AUTHENTICATOR = 80;

    private final byte[] secret;
    private final MessageDigest md5;
    private final Mac hmac;
    private final byte[] packet = new byte[LARGEST];
    private final byte[] digest = new byte[AUTHENTICATOR];
    private int length;

    Wire(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        try {
            this.md5 = MessageDigest.getInstance("MD5");
            this.hmac = Mac.getInstance("HmacMD5");
            hmac.init(new SecretKeySpec(this.secret, "HmacMD5"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Begins an Access-Request; its Message-Authenticator comes first and is filled in by {@link #endAccess()}. */
    void beginAccess(int identifier, byte[] authenticator) {
        packet[0] = ACCESS_REQUEST;
        packet[1] = (byte) identifier;
        System.arraycopy(authenticator, 0, packet, 4, AUTHENTICATOR);
        packet[HEAD] = MESSAGE_AUTHENTICATOR;
        packet[HEAD + 1] = 18;
        Arrays.fill(packet, HEAD + 2, HEAD + 18, (byte) 0);
        length = HEAD + 18;
    }

    void beginAccounting(int identifier) {
        packet[0] = ACCOUNTING_REQUEST;
        packet[1] = (byte) identifier;
        Arrays.fill(packet, 4, HEAD, (byte) 0);
        length = HEAD;
    }

    void octets(int type, byte[] value) {
        packet[length++] = (byte) type;
        packet[length++] = (byte) (value.length + 2);
        System.arraycopy(value, 0, packet, length, value.length);
        length += value.length;
    }

    void integer(int type, int value) {
        packet[length++] = (byte) type;
        packet[length++] = 6;
        for (int shift = 24; shift >= 0; shift -= 8) {
            packet[length++] = (byte) (value >>> shift);
        }
    }

    /** The password of at most 16 octets, hidden behind the request's authenticator (RFC 2865 section 5.2). */
    void password(byte[] password) {
        md5.update(secret);
        md5.update(packet, 4, AUTHENTICATOR);
        digestTo(digest, 0);
        for (int i = 0; i < password.length; i++) {
            digest[i] ^= password[i];
        }
        octets(USER_PASSWORD, digest);
    }

    void endAccess() {
        writeLength();
        hmac.update(packet, 0, length);
        byte[] proof = hmac.doFinal();
        System.arraycopy(proof, 0, packet, HEAD + 2, AUTHENTICATOR);
    }

    void endAccounting() {
        writeLength();
        md5.update(packet, 0, length);
        md5.update(secret);
        digestTo(packet, 4);
    }

    byte[] packet() {
        return packet;
    }

    int length() {
        return length;
    }

    /** Whether these octets are a whole answer to a request with this authenticator, of whoever knows the secret. */
    boolean isAuthentic(byte[] answer, int size, byte[] authenticator) {
        if (size < HEAD || size != (((answer[2] & 0xff) << 8) | (answer[3] & 0xff))) {
            return false;
        }
        md5.update(answer, 0, 4);
        md5.update(authenticator);
        md5.update(answer, HEAD, size - HEAD);
        md5.update(secret);
        digestTo(digest, 0);
        return Arrays.equals(digest, 0, AUTHENTICATOR, answer, 4, HEAD);
    }

    /** Where the first attribute of a type has its value, or -1. */
    static int find(byte[] answer, int size, int type) {
        int at = HEAD;
        while (at + 2 <= size) {
            int each = answer[at + 1] & 0xff;
            if ((answer[at] & 0xff) == type) {
                return at + 2;
            }
            at += Math.max(2, each);
        }
        return -1;
    }

    /** The first attribute of a type as a number, or -1. */
    static int integer(byte[] answer, int size, int type) {
        int at = find(answer, size, type);
        if (at < 0 || at + 4 > size || answer[at - 1] != 6) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = (value << 8) | (answer[at + i] & 0xff);
        }
        return value;
    }

    private void writeLength() {
        packet[2] = (byte) (length >>> 8);
        packet[3] = (byte) length;
    }

    private void digestTo(byte[] into, int at) {
        try {
            md5.digest(into, at, AUTHENTICATOR);
        } catch (DigestException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
