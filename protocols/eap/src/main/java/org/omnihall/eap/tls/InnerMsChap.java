package org.omnihall.eap.tls;

import java.security.SecureRandom;
import java.util.Locale;
import org.omnihall.eap.EapTypes;
import org.omnihall.eap.MalformedEap;
import org.omnihall.octets.Octets;
import org.omnihall.radius.auth.MsChapV2;

/**
 * A challenge of EAP-MSCHAPv2 and what is said about it (draft-kamath-pppext-eap-mschapv2-02 section 2), each without the EAP header.
 *
 * @param identifier of the challenge, repeated by all that follows
 * @param challenge 16 octets
 */
record InnerMsChap(int identifier, Octets challenge) {

    static final int CHALLENGE = 1;
    static final int RESPONSE = 2;
    static final int SUCCESS = 3;
    static final int FAILURE = 4;

    private static final Octets SERVER = Octets.ofText("omnihall");
    private static final int VALUE = 49;
    private static final int NAME = 6 + VALUE;

    /** An answer and the name that it was given for. */
    record Answer(String name, MsChapV2 proof) {

        /** The name that is hashed: without a Windows domain in front (RFC 2759 section 4). */
        String hashedName() {
            return MsChapV2.withoutWindowsDomain(name);
        }
    }

    static InnerMsChap fresh(SecureRandom random, int identifier) {
        return new InnerMsChap(identifier, octets(random));
    }

    private static Octets octets(SecureRandom random) {
        byte[] octets = new byte[16];
        random.nextBytes(octets);
        return Octets.of(octets);
    }

    Octets request() {
        return message(CHALLENGE, Octets.of((byte) 16).plus(challenge).plus(SERVER));
    }

    Octets success(Answer answer, Octets ntHash) {
        Octets proof = answer.proof().success(answer.hashedName(), ntHash);
        return message(SUCCESS, proof.slice(1, proof.length()).plus(Octets.ofText(" M=OK")));
    }

    /** The password is wrong and there is no second try. */
    Octets failure(SecureRandom random) {
        String again = octets(random).toHex().toUpperCase(Locale.ROOT);
        return message(FAILURE, Octets.ofText("E=691 R=0 C=" + again + " V=3 M=FAILED"));
    }

    private Octets message(int opcode, Octets data) {
        int length = 4 + data.length();
        return Octets.of((byte) EapTypes.MS_CHAP_V2, (byte) opcode, (byte) identifier, (byte) (length >> 8), (byte)
                        length)
                .plus(data);
    }

    /** Type, opcode, identifier, length, the length of the value, peer's challenge, eight zeros, response, flags, name. */
    Answer read(Octets said) {
        if (said.length() < NAME
                || said.at(0) != EapTypes.MS_CHAP_V2
                || said.at(1) != RESPONSE
                || said.at(2) != identifier
                || said.at(5) != VALUE) {
            throw new MalformedEap(MalformedEap.Fault.BAD_INNER);
        }
        MsChapV2 proof = new MsChapV2(identifier, challenge, said.slice(6, 22), said.slice(30, 54));
        return new Answer(said.slice(NAME, said.length()).toText(), proof);
    }
}
