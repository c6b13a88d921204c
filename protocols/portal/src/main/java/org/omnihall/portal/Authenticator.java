package org.omnihall.portal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.omnihall.octets.Octets;

/**
 * The 16 octets by which devices of Huawei's family prove that they know the secret: MD5 over header, 16 zero octets or the authenticator
 * of the request that is answered, attributes, and secret.
 *
 * <p>A secret-suffix MD5 without replay protection: long random secrets, the source's address and the match of serial and type are the
 * other defences. A packet of a dialect without authenticator passes unchanged and always verifies.
 */
public final class Authenticator {

    private Authenticator() {}

    /** Signs what is not an answer: a request, a notification, AFF_ACK_AUTH, a heartbeat. */
    public static Packet sign(Packet packet, Secret secret) {
        return signAnswer(packet, Dialect.UNSIGNED, secret);
    }

    /** Signs the answer to a packet with the given authenticator. */
    public static Packet signAnswer(Packet answer, Octets requestAuthenticator, Secret secret) {
        return answer.authenticator().isEmpty()
                ? answer
                : answer.withAuthenticator(compute(answer, requestAuthenticator, secret));
    }

    public static boolean verify(Packet packet, Secret secret) {
        return verifyAnswer(packet, Dialect.UNSIGNED, secret);
    }

    public static boolean verifyAnswer(Packet answer, Octets requestAuthenticator, Secret secret) {
        return answer.authenticator().isEmpty()
                || answer.authenticator().equalsInConstantTime(compute(answer, requestAuthenticator, secret));
    }

    /** The password attribute of CHAP: MD5 over the low octet of the request id, the password and the challenge. */
    public static Octets chapPassword(int requestId, String password, Octets challenge) {
        MessageDigest md5 = md5();
        md5.update((byte) requestId);
        Octets.ofText(password).updateTo(md5);
        challenge.updateTo(md5);
        return Octets.of(md5.digest());
    }

    private static Octets compute(Packet packet, Octets middle, Secret secret) {
        MessageDigest md5 = md5();
        byte[] octets = packet.encode();
        int attributes = Header.LENGTH + packet.authenticator().length();
        md5.update(octets, 0, Header.LENGTH);
        middle.updateTo(md5);
        md5.update(octets, attributes, octets.length - attributes);
        secret.octets().updateTo(md5);
        return Octets.of(md5.digest());
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
