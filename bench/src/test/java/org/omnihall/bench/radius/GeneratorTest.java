package org.omnihall.bench.radius;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the generator sends is read, and proved, by our own server; what it takes for an answer is one. */
class GeneratorTest {

    private static final Duration SPAN = Duration.ofMillis(700);

    private final RadiusPeer peer = RadiusPeer.open();

    @Test
    void walksWholeSessionsAndRefusesWrongPasswords() throws IOException {
        Report report = load(RadiusPeer.SECRET, traffic(50, new Mix(5, false, 0), true));
        assertThat(report.access()).isGreaterThan(100);
        assertThat(report.wrong()).isZero();
        assertThat(report.lost()).isZero();
        assertThat(peer.strange).hasValue(0);
        assertThat((double) peer.rejects.get() / (peer.accepts.get() + peer.rejects.get()))
                .isBetween(0.15, 0.25);
        assertThat(report.accounting()).isBetween(report.access() * 2, report.access() * 4);
    }

    @Test
    void endsEverySessionThatItBegan() throws IOException {
        load(RadiusPeer.SECRET, traffic(50, Mix.NONE, true));
        assertThat(peer.sessions).isNotEmpty();
        assertThat(peer.sessions.values()).allSatisfy(steps -> assertThat(steps).hasToString("1332"));
    }

    @Test
    void asksForAccessAloneWhereNoAccountingIsWanted() throws IOException {
        Report report = load(RadiusPeer.SECRET, traffic(50, Mix.NONE, false));
        assertThat(report.access()).isGreaterThan(100);
        assertThat(report.accounting()).isZero();
        assertThat(report.wrong()).isZero();
        assertThat(report.perSecond()).isPositive();
        assertThat(report.p99()).isPositive().isGreaterThanOrEqualTo(report.p50());
    }

    @Test
    void takesNoAnswerOfWhoDoesNotKnowTheSecret() throws IOException {
        Report report = load("another-secret", traffic(50, Mix.NONE, false));
        assertThat(report.answered()).isZero();
        assertThat(peer.strange.get() + report.wrong()).isPositive();
    }

    @Test
    void triesASecondDeviceOfWhoMayHaveOneAndWantsItRefused() throws IOException {
        Report report = load(RadiusPeer.SECRET, traffic(100, new Mix(0, true, 0), true));
        assertThat(report.tally().right(Sort.SECOND_DEVICE)).isPositive();
        assertThat(report.tally().right(Sort.KNOWN))
                .isBetween(
                        90 * report.tally().right(Sort.SECOND_DEVICE),
                        200 * report.tally().right(Sort.SECOND_DEVICE));
        assertThat(report.wrong()).isZero();
    }

    @Test
    void asksEverybodyOnceWhereSoManySessionsAreWanted() throws IOException {
        try (Generator generator =
                new Generator(peer.target(RadiusPeer.SECRET), "s-", 16, traffic(500, Mix.NONE, false))) {
            Report report = generator.run(Duration.ofSeconds(20), 500);
            assertThat(report.access()).isEqualTo(500);
            assertThat(report.took()).isLessThan(Duration.ofSeconds(15));
        }
        assertThat(peer.accepts).hasValue(500);
    }

    @Test
    void takesAnAcceptWithOtherTermsForWrong() throws IOException {
        try (RadiusPeer generous = new RadiusPeer(packet -> true, Terms.USUAL_SECONDS + 1);
                Generator generator =
                        new Generator(generous.target(RadiusPeer.SECRET), "s-", 16, traffic(50, Mix.NONE, false))) {
            Report report = generator.run(Duration.ofSeconds(5), 100);
            assertThat(report.answered()).isZero();
            assertThat(report.wrong()).isEqualTo(100);
        }
    }

    @Test
    void knowsWhatWasAcknowledgedOfEverySession() throws IOException {
        try (Generator generator =
                new Generator(peer.target(RadiusPeer.SECRET), "s-", 16, traffic(50, Mix.NONE, true))) {
            generator.run(Duration.ofSeconds(20), 200);
            Acknowledged told = generator.acknowledged();
            assertThat(told.sessions()).isEqualTo(200);
            assertThat(told.events()).isEqualTo(4 * 200);
            assertThat(told.of(0))
                    .isEqualTo(
                            new Acknowledged.Told("s-0", 4, true, 3, new Acknowledged.Octets(3_000, 6_000_000_000L)));
            assertThat(told.of(1))
                    .isEqualTo(new Acknowledged.Told("s-1", 4, true, 3, new Acknowledged.Octets(3_000, 30_000)));
            assertThat(told.of(200).events()).isZero();
            assertThat(peer.octets).containsEntry("s-0", 6_000_000_000L).containsEntry("s-1", 30_000L);
        }
    }

    private static Traffic traffic(int subscribers, Mix mix, boolean accounting) {
        return new Traffic(Subscribers.of(subscribers, RadiusPeer.PASSWORD), mix, accounting);
    }

    private Report load(String said, Traffic traffic) throws IOException {
        try (peer;
                Generator generator = new Generator(peer.target(said), "s-", 16, traffic)) {
            return generator.run(SPAN);
        }
    }
}
