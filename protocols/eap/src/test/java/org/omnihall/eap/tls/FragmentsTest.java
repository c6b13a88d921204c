package org.omnihall.eap.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.omnihall.eap.Limits;
import org.omnihall.eap.MalformedEap;
import org.omnihall.octets.Octets;

class FragmentsTest {

    private static final Octets ACKNOWLEDGED = Octets.ofHex("00");
    private static final int PIECE = 118;

    private final Fragments ours = new Fragments(new Limits(128, 1_024, 4));
    private final Fragments theirs = new Fragments(new Limits(128, 1_024, 4));

    private static Octets octets(int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) i;
        }
        return Octets.of(octets);
    }

    @Test
    void cutsAMessageOnlyWhereItDoesNotFit() {
        assertThat(ours.send(octets(PIECE))).isEqualTo(Octets.ofHex("00").plus(octets(PIECE)));
        assertThat(ours.send(octets(PIECE + 1)))
                .isEqualTo(Octets.ofHex("c0 00000077").plus(octets(PIECE)));
        assertThat(ours.take(ACKNOWLEDGED))
                .isEqualTo(new Fragments.Taken.Reply(
                        Octets.ofHex("00").plus(octets(PIECE + 1).slice(PIECE, PIECE + 1))));
    }

    @Test
    void putsTogetherWhatTheOtherSideCut() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261126);
        for (int round = 0; round < 500; round++) {
            Octets message = octets(random.nextInt(1_025));
            Octets data = ours.send(message);
            Fragments.Taken taken = theirs.take(data);
            while (taken instanceof Fragments.Taken.Reply acknowledged) {
                assertThat(acknowledged.typeData()).isEqualTo(ACKNOWLEDGED);
                assertThat(ours.take(acknowledged.typeData()))
                        .isInstanceOfSatisfying(Fragments.Taken.Reply.class, next -> sent = next.typeData());
                taken = theirs.take(sent);
            }
            assertThat(taken).isEqualTo(new Fragments.Taken.Whole(message));
        }
    }

    private Octets sent = Octets.EMPTY;

    @Test
    void takesAMessageOfTheLimitAndNoLonger() {
        assertThat(ours.take(Octets.ofHex("00").plus(octets(1_024)))).isInstanceOf(Fragments.Taken.Whole.class);
        assertThat(ours.take(Octets.ofHex("00").plus(octets(1_025)))).isEqualTo(new Fragments.Taken.TooLong());
    }

    @Test
    void believesNoPromiseAboveTheLimit() {
        assertThat(ours.take(Octets.ofHex("c0 00000400 01"))).isEqualTo(new Fragments.Taken.Reply(ACKNOWLEDGED));
        assertThat(theirs.take(Octets.ofHex("c0 00000401 01"))).isEqualTo(new Fragments.Taken.TooLong());
        assertThat(new Fragments(Limits.USUAL).take(Octets.ofHex("c0 ffffffff 01")))
                .isEqualTo(new Fragments.Taken.TooLong());
    }

    @Test
    void refusesWhatContradictsItself() {
        assertBad("20"); // only a server starts
        assertBad("01"); // another version
        assertBad("80 000000"); // no room for the length
        assertBad("80 00000002 01"); // less than promised
        assertBad("40"); // an empty piece with more to come
        assertBad("c0 00000003 01", "c0 00000004 01"); // another promise
    }

    @Test
    void waitsForNothingButAnAcknowledgementWhileItSends() {
        ours.send(octets(PIECE + 1));
        assertThatExceptionOfType(MalformedEap.class).isThrownBy(() -> ours.take(Octets.ofHex("00 01")));
    }

    @Test
    void takesNoDataAtAllForAnAcknowledgement() {
        assertThat(ours.take(Octets.EMPTY)).isEqualTo(new Fragments.Taken.Whole(Octets.EMPTY));
    }

    private static void assertBad(String... pieces) {
        Fragments fragments = new Fragments(new Limits(128, 1_024, 4));
        for (int i = 0; i < pieces.length - 1; i++) {
            fragments.take(Octets.ofHex(pieces[i]));
        }
        assertThatExceptionOfType(MalformedEap.class)
                .isThrownBy(() -> fragments.take(Octets.ofHex(pieces[pieces.length - 1])))
                .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(MalformedEap.Fault.BAD_FRAGMENT));
    }
}
