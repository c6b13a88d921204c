package org.omnihall.eap.tls;

import java.security.SecureRandom;
import java.util.Optional;
import org.omnihall.eap.EapCode;
import org.omnihall.eap.EapPacket;
import org.omnihall.eap.EapTypes;
import org.omnihall.eap.Failure;
import org.omnihall.eap.MalformedEap;
import org.omnihall.eap.People;
import org.omnihall.eap.Person;
import org.omnihall.octets.Octets;

/**
 * PEAP version 0: EAP-MSCHAPv2 inside, whose packets leave out their header, then a result that both sides tell in an Extensions packet, which
 * keeps it.
 */
final class PeapInner implements Inner {

    private static final Octets IDENTITY = Octets.of((byte) EapTypes.IDENTITY);
    private static final int EXTENSION_HEADER = 4;
    private static final int NUMBER = 0x3f;
    private static final int RESULT_NUMBER = 3;
    private static final Octets RESULT = Octets.of((byte) 0x80, (byte) RESULT_NUMBER, (byte) 0, (byte) 2);
    private static final Octets WELL = Octets.of((byte) 0, (byte) 1);
    private static final Octets NOT_WELL = Octets.of((byte) 0, (byte) 2);

    private final TlsTunnel tunnel;
    private final People people;
    private final SecureRandom random;
    private Stage stage = new Stage.Naming();

    PeapInner(TlsTunnel tunnel, People people, SecureRandom random) {
        this.tunnel = tunnel;
        this.people = people;
        this.random = random;
    }

    private sealed interface Stage {
        record Naming() implements Stage {}

        record Challenged(InnerMsChap challenge) implements Stage {}

        /** Our proof, or our refusal, waits to be acknowledged. */
        record Told(int opcode, Optional<Person> person) implements Stage {}

        record Result(Optional<Person> person, Failure otherwise) implements Stage {}
    }

    @Override
    public Does opened() {
        Optional<Person> resumed = tunnel.before();
        if (resumed.isPresent()) {
            return people.believes(resumed.get())
                    ? result(resumed, Failure.NOT_PROVED, 0)
                    : new Does.Refuse(Failure.NO_LONGER_BELIEVED);
        }
        return new Does.Say(IDENTITY);
    }

    @Override
    public Does heard(Octets said, int identifier) {
        if (said.isEmpty()) {
            return new Does.Refuse(Failure.PEER_GAVE_UP);
        }
        return switch (stage) {
            case Stage.Naming _ -> named(said, identifier);
            case Stage.Challenged challenged -> proved(said, challenged.challenge(), identifier);
            case Stage.Told told ->
                said.length() >= 2 && said.at(0) == EapTypes.MS_CHAP_V2 && said.at(1) == told.opcode()
                        ? result(told.person(), Failure.NOT_PROVED, identifier)
                        : new Does.Refuse(Failure.PEER_GAVE_UP);
            case Stage.Result result -> ended(said, result);
        };
    }

    private Does named(Octets said, int identifier) {
        if (said.at(0) != EapTypes.IDENTITY) {
            return new Does.Refuse(Failure.MALFORMED);
        }
        InnerMsChap challenge = InnerMsChap.fresh(random, identifier);
        stage = new Stage.Challenged(challenge);
        return new Does.Say(challenge.request());
    }

    private Does proved(Octets said, InnerMsChap challenge, int identifier) {
        if (said.at(0) == EapTypes.NAK) {
            return result(Optional.empty(), Failure.NO_COMMON_INNER_METHOD, identifier);
        }
        InnerMsChap.Answer answer = challenge.read(said);
        Optional<People.Known> known =
                people.byMsChap(answer.name()).filter(k -> answer.proof().proves(answer.hashedName(), k.ntHash()));
        stage = new Stage.Told(
                known.isPresent() ? InnerMsChap.SUCCESS : InnerMsChap.FAILURE, known.map(People.Known::person));
        return new Does.Say(
                known.map(k -> challenge.success(answer, k.ntHash())).orElseGet(() -> challenge.failure(random)));
    }

    private Does result(Optional<Person> person, Failure otherwise, int identifier) {
        stage = new Stage.Result(person, otherwise);
        Octets verdict = RESULT.plus(person.isPresent() ? WELL : NOT_WELL);
        return new Does.Say(EapPacket.request(identifier + 1 & 0xff, EapTypes.EXTENSIONS, verdict)
                .encode());
    }

    private static Does ended(Octets said, Stage.Result result) {
        boolean agrees = agrees(said);
        return result.person().isPresent() && agrees
                ? new Does.Prove(result.person().get())
                : new Does.Refuse(result.person().isPresent() ? Failure.PEER_GAVE_UP : result.otherwise());
    }

    /** Whether a peer's Extensions hold the result that all is well, among others, each of type, length and value. */
    static boolean agrees(Octets said) {
        EapPacket told = EapPacket.decode(said);
        if (told.code() != EapCode.RESPONSE || told.type() != EapTypes.EXTENSIONS) {
            throw new MalformedEap(MalformedEap.Fault.BAD_INNER);
        }
        Octets extensions = told.typeData();
        boolean agrees = false;
        int from = 0;
        while (from + EXTENSION_HEADER <= extensions.length()) {
            int value = from + EXTENSION_HEADER;
            int end = value + (extensions.at(from + 2) << 8 | extensions.at(from + 3));
            if (end > extensions.length()) {
                throw new MalformedEap(MalformedEap.Fault.BAD_INNER);
            }
            boolean isResult = (extensions.at(from) & NUMBER) == 0 && extensions.at(from + 1) == RESULT_NUMBER;
            agrees |= isResult && extensions.slice(value, end).equals(WELL);
            from = end;
        }
        return agrees;
    }
}
