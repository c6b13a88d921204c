package org.omnihall.radius.auth;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;

/**
 * The two proofs of a packet: its authenticator (RFC 2865 section 3, RFC 2866 section 3, RFC 5176 section 2.3) and its
 * Message-Authenticator (RFC 3579 section 3.2, RFC 5997 section 3).
 *
 * <p>Access-Request, Status-Server and Access-Accept, -Reject and -Challenge always get a Message-Authenticator, and as their first attribute: an
 * attacker who forges a reply by an MD5 collision (CVE-2024-3596) cannot get his chosen octets in front of it.
 */
public final class Signatures {

    private static final int MESSAGE_AUTHENTICATOR = AttributeTypes.MESSAGE_AUTHENTICATOR.number();
    private static final Set<Code> IN_ACCESS_REPLIES =
            Set.of(Code.ACCESS_ACCEPT, Code.ACCESS_REJECT, Code.ACCESS_CHALLENGE);
    private static final Octets ZEROS = Octets.of(new byte[16]);
    private static final int AUTHENTICATOR_AT = 4;
    private static final int PROOF_AT = Packet.HEADER_LENGTH + 2;

    private Signatures() {}

    /** The request as it is sent. A random authenticator is kept, any other is computed. */
    public static Packet signRequest(Packet request, SharedSecret secret) {
        boolean wanted = request.code().hasRandomAuthenticator() || request.has(AttributeTypes.MESSAGE_AUTHENTICATOR);
        Octets covered = coveredBy(request);
        Packet signed = wanted ? withMessageAuthenticator(request, covered, secret) : request;
        return signed.code().hasRandomAuthenticator()
                ? signed
                : with(signed, authenticator(signed, ZEROS, secret), signed.attributes());
    }

    /** The reply as it is sent. */
    public static Packet signReply(Packet reply, Packet request, SharedSecret secret) {
        return Packet.decode(ByteBuffer.wrap(signedReply(reply, request, secret)));
    }

    /** The octets of the reply as it is sent. */
    public static byte[] signedReply(Packet reply, Packet request, SharedSecret secret) {
        boolean wanted = IN_ACCESS_REPLIES.contains(reply.code()) || reply.has(AttributeTypes.MESSAGE_AUTHENTICATOR);
        byte[] octets = (wanted ? withRoomInFront(reply) : reply).encode();
        request.authenticator().writeTo(octets, AUTHENTICATOR_AT);
        if (wanted) {
            secret.hmacMd5(octets).writeTo(octets, PROOF_AT);
        }
        md5(octets, secret).writeTo(octets, AUTHENTICATOR_AT);
        return octets;
    }

    /** True when the authenticator of a request is computed from the secret, or is a random number that proves nothing. */
    public static boolean isAuthentic(Packet request, SharedSecret secret) {
        return request.code().hasRandomAuthenticator()
                || authenticator(request, ZEROS, secret).equalsInConstantTime(request.authenticator());
    }

    /** True when the reply is of whoever knows the secret and has seen the request. Says nothing about its Message-Authenticator. */
    public static boolean isAuthentic(Packet reply, Packet request, SharedSecret secret) {
        return authenticator(reply, request.authenticator(), secret).equalsInConstantTime(reply.authenticator());
    }

    /** The Message-Authenticator of a request. */
    public static MessageAuthenticator messageAuthenticator(Packet request, SharedSecret secret) {
        return check(request, coveredBy(request), secret);
    }

    /** The Message-Authenticator of a reply. */
    public static MessageAuthenticator messageAuthenticator(Packet reply, Packet request, SharedSecret secret) {
        return check(reply, request.authenticator(), secret);
    }

    private static Octets coveredBy(Packet request) {
        return request.code().hasRandomAuthenticator() ? request.authenticator() : ZEROS;
    }

    private static MessageAuthenticator check(Packet packet, Octets covered, SharedSecret secret) {
        List<Octets> found = packet.all(AttributeTypes.MESSAGE_AUTHENTICATOR);
        if (found.isEmpty()) {
            return MessageAuthenticator.ABSENT;
        }
        if (found.size() > 1 || found.getFirst().length() != 16) {
            return MessageAuthenticator.INVALID;
        }
        byte[] octets = packet.encode();
        covered.writeTo(octets, AUTHENTICATOR_AT);
        ZEROS.writeTo(octets, proofAt(packet));
        return secret.hmacMd5(octets).equalsInConstantTime(found.getFirst())
                ? MessageAuthenticator.VALID
                : MessageAuthenticator.INVALID;
    }

    /** Where the value of the Message-Authenticator begins. */
    private static int proofAt(Packet packet) {
        int at = Packet.HEADER_LENGTH;
        for (Attribute attribute : packet.attributes()) {
            if (attribute.type() == MESSAGE_AUTHENTICATOR) {
                return at + 2;
            }
            at += attribute.value().length() + 2;
        }
        throw new IllegalArgumentException("no Message-Authenticator");
    }

    private static Packet withMessageAuthenticator(Packet packet, Octets covered, SharedSecret secret) {
        Packet roomy = withRoomInFront(packet);
        byte[] octets = roomy.encode();
        covered.writeTo(octets, AUTHENTICATOR_AT);
        List<Attribute> attributes = new ArrayList<>(roomy.attributes());
        attributes.set(0, new Attribute(MESSAGE_AUTHENTICATOR, secret.hmacMd5(octets)));
        return with(packet, packet.authenticator(), attributes);
    }

    /** With a Message-Authenticator of zeros as the first attribute and no other. */
    private static Packet withRoomInFront(Packet packet) {
        List<Attribute> attributes = new ArrayList<>(packet.attributes().size() + 1);
        attributes.add(new Attribute(MESSAGE_AUTHENTICATOR, ZEROS));
        for (Attribute attribute : packet.attributes()) {
            if (attribute.type() != MESSAGE_AUTHENTICATOR) {
                attributes.add(attribute);
            }
        }
        return with(packet, packet.authenticator(), attributes);
    }

    private static Octets authenticator(Packet packet, Octets covered, SharedSecret secret) {
        byte[] octets = packet.encode();
        covered.writeTo(octets, AUTHENTICATOR_AT);
        return md5(octets, secret);
    }

    private static Octets md5(byte[] octets, SharedSecret secret) {
        MessageDigest md5 = Digests.md5();
        md5.update(octets);
        secret.updateTo(md5);
        return Octets.of(md5.digest());
    }

    private static Packet with(Packet packet, Octets authenticator, List<Attribute> attributes) {
        return new Packet(packet.code(), packet.identifier(), authenticator, attributes);
    }
}
