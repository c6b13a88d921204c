package org.omnihall.eap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;

/** The negotiation, with methods of the test's own: what a plugged-in EAP-SIM would see. */
class ConversationTest {

    private static final int SIM = 18;
    private static final int AKA = 23;
    private static final Octets YES = Octets.ofText("yes");
    private static final Person LI = new Person("li", Person.Proof.CERTIFICATE, Octets.EMPTY);
    private static final SessionKeys KEYS = new SessionKeys(Octets.of(new byte[64]), Octets.of(new byte[64]));
    private static final Limits FEW = new Limits(1_400, 1_024, 4);

    /** A method that asks until it hears yes. */
    private final class Asking implements EapMethod {

        private final int type;
        private final String name;

        Asking(int type, String name) {
            this.type = type;
            this.name = name;
        }

        @Override
        public int type() {
            return type;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Exchange begin(Opening opening) {
            return new Exchange() {
                @Override
                public Step start() {
                    return new Step.Send(Octets.ofText(opening.identity()));
                }

                @Override
                public Step answer(EapPacket response) {
                    if (response.typeData().equals(Octets.ofText("broken"))) {
                        throw new MalformedEap(MalformedEap.Fault.BAD_INNER);
                    }
                    if (away) {
                        throw new IllegalStateException("the database is away");
                    }
                    return response.typeData().equals(YES)
                            ? new Step.Proved(LI, KEYS)
                            : new Step.Send(response.typeData());
                }
            };
        }
    }

    private static final People NOBODY = new People() {
        @Override
        public Optional<Person> byPassword(String name, Octets password) {
            return Optional.empty();
        }

        @Override
        public Optional<Known> byMsChap(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Person> byCertificate(List<String> names) {
            return Optional.empty();
        }

        @Override
        public boolean believes(Person person) {
            return false;
        }
    };

    private boolean away;
    private final Conversation conversation =
            new Conversation(List.of(new Asking(SIM, "SIM"), new Asking(AKA, "AKA")), NOBODY, FEW);

    private Turn say(int identifier, int type, String data) {
        return conversation.answer(
                EapPacket.response(identifier, type, Octets.ofText(data)).encode());
    }

    private static Turn ask(int identifier, int type, String data) {
        return new Turn.Ask(EapPacket.request(identifier, type, Octets.ofText(data)));
    }

    private static Turn refused(int identifier, Failure why, String method) {
        return new Turn.Refused(EapPacket.failure(identifier), why, method);
    }

    @Test
    void goesFromTheIdentityThroughTheFirstMethodToAPerson() {
        assertThat(say(255, EapTypes.IDENTITY, "li@home")).isEqualTo(ask(0, SIM, "li@home"));
        assertThat(conversation.identity()).isEqualTo("li@home");
        assertThat(say(0, SIM, "more")).isEqualTo(ask(1, SIM, "more"));
        Turn end = say(1, SIM, "yes");
        assertThat(end).isEqualTo(new Turn.Proved(LI, KEYS, "SIM", 1));
        assertThat(((Turn.Proved) end).success()).isEqualTo(EapPacket.success(1));
        assertThat(((Turn.Proved) end).failure()).isEqualTo(EapPacket.failure(1));
    }

    @Test
    void asksForTheIdentityItselfWhereTheAccessPointDidNot() {
        assertThat(conversation.start()).isEqualTo(ask(1, EapTypes.IDENTITY, ""));
        assertThat(say(9, EapTypes.IDENTITY, "li")).isEqualTo(new Turn.Ignored());
        assertThat(say(1, EapTypes.IDENTITY, "li")).isEqualTo(ask(2, SIM, "li"));
    }

    @Test
    void takesTheMethodThatThePeerWouldRatherHave() {
        say(1, EapTypes.IDENTITY, "li");
        assertThat(say(2, EapTypes.NAK, "\u0015\u0017")).isEqualTo(ask(3, AKA, "li"));
        assertThat(say(3, AKA, "yes")).isInstanceOf(Turn.Proved.class);
    }

    @Test
    void endsWhereThePeerWantsNothingThatWeHave() {
        say(1, EapTypes.IDENTITY, "li");
        assertThat(say(2, EapTypes.NAK, "\u0015")).isEqualTo(refused(2, Failure.NO_COMMON_METHOD, "SIM"));
        assertThat(say(2, SIM, "yes")).isEqualTo(new Turn.Ignored());
    }

    @Test
    void offersNothingTwice() {
        say(1, EapTypes.IDENTITY, "li");
        say(2, EapTypes.NAK, "\u0017");
        assertThat(say(3, EapTypes.NAK, "\u0012")).isEqualTo(refused(3, Failure.NO_COMMON_METHOD, "AKA"));
    }

    @Test
    void takesARefusalOfTheMethodOnlyBeforeItBegan() {
        say(1, EapTypes.IDENTITY, "li");
        say(2, SIM, "more");
        assertThat(say(3, EapTypes.NAK, "\u0017")).isEqualTo(refused(3, Failure.NO_COMMON_METHOD, "SIM"));
    }

    @Test
    void answersARepetitionAsBeforeAndIgnoresWhatNobodyAskedFor() {
        say(1, EapTypes.IDENTITY, "li");
        Turn first = say(2, SIM, "more");
        assertThat(say(2, SIM, "more")).isEqualTo(first);
        assertThat(say(2, SIM, "other")).isEqualTo(new Turn.Ignored());
        assertThat(say(4, SIM, "yes")).isEqualTo(new Turn.Ignored());
        assertThat(conversation.answer(EapPacket.request(3, SIM, YES).encode())).isEqualTo(new Turn.Ignored());
        assertThat(say(3, SIM, "yes")).isInstanceOf(Turn.Proved.class);
        assertThat(say(3, SIM, "yes")).isInstanceOf(Turn.Proved.class);
    }

    @Test
    void endsAfterAsManyRequestsAsTheLimitAllows() {
        say(1, EapTypes.IDENTITY, "li");
        assertThat(say(2, SIM, "2")).isEqualTo(ask(3, SIM, "2"));
        assertThat(say(3, SIM, "3")).isEqualTo(ask(4, SIM, "3"));
        assertThat(say(4, SIM, "4")).isEqualTo(ask(5, SIM, "4"));
        assertThat(say(5, SIM, "5")).isEqualTo(refused(5, Failure.TOO_MANY_ROUNDS, "SIM"));
    }

    @Test
    void takesAnIdentityOfTheLongestLengthAndNoLonger() {
        assertThat(say(1, EapTypes.IDENTITY, "l".repeat(253))).isInstanceOf(Turn.Ask.class);
        Conversation other = new Conversation(List.of(new Asking(SIM, "SIM")), NOBODY, FEW);
        assertThat(other.answer(EapPacket.response(1, EapTypes.IDENTITY, Octets.ofText("l".repeat(254)))
                        .encode()))
                .isEqualTo(refused(1, Failure.TOO_LONG, "none"));
    }

    @Test
    void hasNothingToOfferWithoutMethods() {
        Conversation mute = new Conversation(List.of(), NOBODY, FEW);
        assertThat(mute.answer(EapPacket.response(1, EapTypes.IDENTITY, YES).encode()))
                .isEqualTo(refused(1, Failure.NO_COMMON_METHOD, "none"));
    }

    @Test
    void endsAtAMessageThatTheMethodCannotRead() {
        say(1, EapTypes.IDENTITY, "li");
        assertThat(say(2, SIM, "broken")).isEqualTo(refused(2, Failure.MALFORMED, "SIM"));
    }

    @Test
    void asksThePeopleAgainWhenTheSameMessageComesAgain() {
        away = true;
        say(1, EapTypes.IDENTITY, "li");
        assertThatThrownBy(() -> say(2, SIM, "yes")).isInstanceOf(IllegalStateException.class);
        assertThat(say(2, SIM, "other")).isEqualTo(new Turn.Ignored());
        assertThatThrownBy(() -> say(2, SIM, "yes")).isInstanceOf(IllegalStateException.class);
        away = false;
        assertThat(say(2, SIM, "yes")).isInstanceOf(Turn.Proved.class);
    }
}
