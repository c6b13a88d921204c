package org.omnihall.radius.auth;

import java.security.MessageDigest;
import java.util.Optional;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;

/**
 * A CHAP answer: MD5 over identifier, password and challenge (RFC 1994, RFC 2865 section 5.3).
 *
 * @param identifier 0 to 255
 * @param challenge what was asked, of any length
 * @param response 16 octets
 */
public record Chap(int identifier, Octets challenge, Octets response) {

    private static final int LENGTH = 17;

    public Chap {
        if (identifier < 0 || identifier > 255 || response.length() != 16) {
            throw new IllegalArgumentException("a CHAP response is one octet and 16 octets");
        }
    }

    /** The answer that knows the password. */
    public static Chap answer(int identifier, Octets challenge, Octets password) {
        MessageDigest md5 = Digests.md5();
        md5.update((byte) identifier);
        password.updateTo(md5);
        challenge.updateTo(md5);
        return new Chap(identifier, challenge, Octets.of(md5.digest()));
    }

    /** The answer in an Access-Request; without CHAP-Challenge the Request Authenticator is the challenge. */
    public static Optional<Chap> in(Packet request) {
        return request.first(AttributeTypes.CHAP_PASSWORD).map(value -> {
            if (value.length() != LENGTH) {
                throw new MalformedPacket(MalformedPacket.Fault.BAD_VALUE);
            }
            Octets challenge = request.first(AttributeTypes.CHAP_CHALLENGE).orElse(request.authenticator());
            return new Chap(value.at(0), challenge, value.slice(1, LENGTH));
        });
    }

    /** The value of a CHAP-Password attribute. */
    public Octets chapPassword() {
        return Octets.of((byte) identifier).plus(response);
    }

    /** True when whoever answered knows the password. */
    public boolean proves(Octets password) {
        return answer(identifier, challenge, password).response.equalsInConstantTime(response);
    }
}
