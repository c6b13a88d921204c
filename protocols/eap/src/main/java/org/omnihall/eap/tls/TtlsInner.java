package org.omnihall.eap.tls;

import java.util.List;
import java.util.Optional;
import org.omnihall.eap.Failure;
import org.omnihall.eap.MalformedEap;
import org.omnihall.eap.People;
import org.omnihall.eap.Person;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeType;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.auth.MsChapV2;
import org.omnihall.radius.auth.UserPassword;

/** EAP-TTLS version 0: the peer begins, with attributes of RADIUS in the form of Diameter; PAP and MS-CHAPv2 (RFC 5281 section 11.2). */
final class TtlsInner implements Inner {

    private static final String CHALLENGE = "ttls challenge";
    private static final int CHALLENGE_LENGTH = 16;
    private static final int RESPONSE_LENGTH = 50;
    private static final Octets COMMITMENT = Octets.of((byte) 0);

    private final TlsTunnel tunnel;
    private final People people;
    private Optional<Person> told = Optional.empty();

    TtlsInner(TlsTunnel tunnel, People people) {
        this.tunnel = tunnel;
        this.people = people;
    }

    /** In TLS 1.3 a resumed session is confirmed in the tunnel before the end (RFC 9427 section 3.1). */
    @Override
    public Does opened() {
        Optional<Person> resumed = tunnel.before();
        if (resumed.isEmpty()) {
            return new Does.Listen();
        }
        if (!people.believes(resumed.get())) {
            return new Does.Refuse(Failure.NO_LONGER_BELIEVED);
        }
        told = resumed;
        return tunnel.isTls13() ? new Does.Say(COMMITMENT) : new Does.Prove(resumed.get());
    }

    @Override
    public Does heard(Octets said, int identifier) throws TlsBroken {
        if (said.isEmpty()) {
            return told.<Does>map(Does.Prove::new).orElseGet(() -> new Does.Refuse(Failure.PEER_GAVE_UP));
        }
        List<Avp> attributes = Avp.read(said);
        Optional<Octets> answer = find(attributes, MsChapV2.RESPONSE);
        if (answer.isPresent()) {
            return byMsChap(attributes, answer.get());
        }
        Optional<Octets> password = find(attributes, AttributeTypes.USER_PASSWORD);
        if (password.isEmpty()) {
            return new Does.Refuse(Failure.NO_COMMON_INNER_METHOD);
        }
        // filled up with zeros, so that its length does not show (section 11.2.5)
        return people.byPassword(userName(attributes), UserPassword.withoutPadding(password.get()))
                .<Does>map(Does.Prove::new)
                .orElseGet(() -> new Does.Refuse(Failure.NOT_PROVED));
    }

    /** The challenge is not sent: both sides draw it from the tunnel, so that an answer from elsewhere proves nothing. */
    private Does byMsChap(List<Avp> attributes, Octets answer) throws TlsBroken {
        Octets drawn = tunnel.export(CHALLENGE, Octets.EMPTY, CHALLENGE_LENGTH + 1);
        Octets challenge = find(attributes, MsChapV2.CHALLENGE).orElse(Octets.EMPTY);
        if (answer.length() != RESPONSE_LENGTH
                || !challenge.equals(drawn.slice(0, CHALLENGE_LENGTH))
                || answer.at(0) != drawn.at(CHALLENGE_LENGTH)) {
            throw new MalformedEap(MalformedEap.Fault.BAD_INNER);
        }
        String name = userName(attributes);
        String hashed = MsChapV2.withoutWindowsDomain(name);
        MsChapV2 proof = new MsChapV2(answer.at(0), challenge, answer.slice(2, 18), answer.slice(26, RESPONSE_LENGTH));
        Optional<People.Known> known = people.byMsChap(name).filter(k -> proof.proves(hashed, k.ntHash()));
        if (known.isEmpty()) {
            return new Does.Refuse(Failure.NOT_PROVED);
        }
        told = Optional.of(known.get().person());
        Octets success = proof.success(hashed, known.get().ntHash());
        return new Does.Say(new Avp(MsChapV2.SUCCESS.number(), MsChapV2.SUCCESS.vendor(), true, success).encode());
    }

    private static String userName(List<Avp> attributes) {
        return find(attributes, AttributeTypes.USER_NAME).map(Octets::toText).orElse("");
    }

    private static Optional<Octets> find(List<Avp> attributes, AttributeType type) {
        return attributes.stream()
                .filter(avp -> avp.code() == type.number() && avp.vendor() == type.vendor())
                .map(Avp::value)
                .findFirst();
    }
}
