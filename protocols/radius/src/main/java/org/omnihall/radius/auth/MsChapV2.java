package org.omnihall.radius.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeType;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;

/**
 * An MS-CHAPv2 answer (RFC 2759, carried as RFC 2548 section 2.3 says). It needs only the NT hash of the password.
 *
 * @param identifier 0 to 255, repeated in the success message
 * @param challenge 16 octets, the authenticator's
 * @param peerChallenge 16 octets, the device's
 * @param response 24 octets
 */
public record MsChapV2(int identifier, Octets challenge, Octets peerChallenge, Octets response) {

    public static final int MICROSOFT = 311;

    /** MS-CHAP-Challenge. */
    public static final AttributeType CHALLENGE = AttributeType.vendor(MICROSOFT, 11);

    /** MS-CHAP2-Response: identifier, flags, peer challenge, eight zeros, response. */
    public static final AttributeType RESPONSE = AttributeType.vendor(MICROSOFT, 25);

    /** MS-CHAP2-Success: identifier and the text {@code S=} with 40 digits. */
    public static final AttributeType SUCCESS = AttributeType.vendor(MICROSOFT, 26);

    private static final int LENGTH = 50;
    private static final Octets SERVER_TO_CLIENT = Octets.ofText("Magic server to client signing constant");
    private static final Octets ITERATIONS = Octets.ofText("Pad to make it do more than one iteration");

    public MsChapV2 {
        if (challenge.length() != 16 || peerChallenge.length() != 16 || response.length() != 24) {
            throw new IllegalArgumentException("MS-CHAPv2 has challenges of 16 octets and a response of 24");
        }
    }

    /** The NT hash of a password: MD4 over its UTF-16LE form (section 8.3). */
    public static Octets ntHash(String password) {
        return Md4.digest(Octets.of(password.getBytes(StandardCharsets.UTF_16LE)));
    }

    /** The name that counts: Windows may write its domain in front (section 4). */
    public static String withoutWindowsDomain(String name) {
        return name.substring(name.indexOf('\\') + 1);
    }

    /** The answer that knows the NT hash. */
    public static MsChapV2 answer(
            int identifier, Octets challenge, Octets peerChallenge, String userName, Octets ntHash) {
        Octets response = challengeResponse(challengeHash(peerChallenge, challenge, userName), ntHash);
        return new MsChapV2(identifier, challenge, peerChallenge, response);
    }

    /** The answer in an Access-Request, if it has one. */
    public static Optional<MsChapV2> in(Packet request) {
        return request.first(RESPONSE).map(value -> {
            Octets challenge = request.first(CHALLENGE).orElse(Octets.EMPTY);
            if (value.length() != LENGTH || challenge.length() != 16) {
                throw new MalformedPacket(MalformedPacket.Fault.BAD_VALUE);
            }
            return new MsChapV2(value.at(0), challenge, value.slice(2, 18), value.slice(26, LENGTH));
        });
    }

    /** The value of an MS-CHAP2-Response attribute. */
    public Octets responseValue() {
        return Octets.of((byte) identifier, (byte) 0)
                .plus(peerChallenge)
                .plus(Octets.of(new byte[8]))
                .plus(response);
    }

    /** True when whoever answered knows the password of this NT hash; the user name is taken as typed, without a domain in front. */
    public boolean proves(String userName, Octets ntHash) {
        return answer(identifier, challenge, peerChallenge, userName, ntHash)
                .response
                .equalsInConstantTime(response);
    }

    /** The value of the MS-CHAP2-Success attribute, by which the server proves that it knows the password too (section 8.7). */
    public Octets success(String userName, Octets ntHash) {
        MessageDigest first = Digests.sha1();
        Md4.digest(ntHash).updateTo(first);
        response.updateTo(first);
        SERVER_TO_CLIENT.updateTo(first);
        MessageDigest second = Digests.sha1();
        second.update(first.digest());
        challengeHash(peerChallenge, challenge, userName).updateTo(second);
        ITERATIONS.updateTo(second);
        String text = "S=" + Octets.of(second.digest()).toHex().toUpperCase(Locale.ROOT);
        return Octets.of((byte) identifier).plus(Octets.ofText(text));
    }

    static Octets challengeHash(Octets peerChallenge, Octets challenge, String userName) {
        MessageDigest sha1 = Digests.sha1();
        peerChallenge.updateTo(sha1);
        challenge.updateTo(sha1);
        Octets.ofText(userName).updateTo(sha1);
        return Octets.of(sha1.digest(), 0, 8);
    }

    private static Octets challengeResponse(Octets challenge, Octets ntHash) {
        Octets key = ntHash.plus(Octets.of(new byte[5]));
        return Digests.des(spread(key.slice(0, 7)), challenge)
                .plus(Digests.des(spread(key.slice(7, 14)), challenge))
                .plus(Digests.des(spread(key.slice(14, 21)), challenge));
    }

    /** 56 bits spread over eight octets, whose lowest bits are parity that DES ignores. */
    private static Octets spread(Octets seven) {
        long bits = 0;
        for (int i = 0; i < 7; i++) {
            bits = bits << 8 | seven.at(i);
        }
        byte[] eight = new byte[8];
        for (int i = 0; i < 8; i++) {
            eight[i] = (byte) ((bits >>> (49 - 7 * i) & 0x7f) << 1);
        }
        return Octets.of(eight);
    }
}
