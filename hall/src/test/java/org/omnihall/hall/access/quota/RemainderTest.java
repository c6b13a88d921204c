package org.omnihall.hall.access.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.access.network.Quota;
import org.omnihall.hall.access.network.Quota.Amount;
import org.omnihall.hall.access.network.Quota.Reached;
import org.omnihall.hall.channel.OpeningHours;

/** What is left of a quota, by numbers (access-rules.md rule 16). */
class RemainderTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** A Sunday's noon in Shanghai, twelve hours before midnight. */
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private static final Reached ENDS = new Reached.Ends();
    private static final Reached.Slows SLOWS = new Reached.Slows(128_000, 512_000);
    private static final Amount NONE = Amount.NONE;

    private static Amount hours(double hours) {
        return new Amount(Duration.ofSeconds((long) (hours * 3600)), 0);
    }

    private static Amount octets(long octets) {
        return new Amount(Duration.ZERO, octets);
    }

    private static Quota quota(Amount day, Amount month, Reached reached) {
        return new Quota(day, month, OpeningHours.ALWAYS, reached);
    }

    private static Used used(Amount day, Amount month) {
        return new Used(day, NONE, month, NONE, 1);
    }

    private static Remainder left(Quota quota, Used used, int sessions) {
        return Remainder.of(quota, used, sessions, NOON, SHANGHAI);
    }

    private static Remainder.Open open(long seconds) {
        return new Remainder.Open(Optional.of(Duration.ofSeconds(seconds)), OptionalLong.empty());
    }

    @Test
    void boundsNothingWithoutAQuota() {
        assertThat(left(Quota.NONE, used(hours(100), octets(1L << 50)), 1)).isEqualTo(Remainder.Open.ALL);
    }

    @Test
    void leavesTheLesserOfTheDayAndTheMonth() {
        Quota quota = quota(hours(2), hours(10), ENDS);
        assertThat(left(quota, used(hours(0.5), hours(3)), 1)).isEqualTo(open(5_400));
        assertThat(left(quota, used(hours(0.5), hours(9.75)), 1)).isEqualTo(open(900));
        Quota volume = quota(octets(1_000), octets(5_000), ENDS);
        assertThat(left(volume, used(octets(400), octets(4_700)), 1))
                .isEqualTo(new Remainder.Open(Optional.empty(), OptionalLong.of(300)));
    }

    @Test
    void sharesWhatIsLeftAmongTheSessions() {
        Quota quota = new Quota(new Amount(Duration.ofHours(3), 900), NONE, OpeningHours.ALWAYS, ENDS);
        assertThat(left(quota, used(octets(0), NONE), 3))
                .isEqualTo(new Remainder.Open(Optional.of(Duration.ofHours(1)), OptionalLong.of(300)));
        assertThat(left(quota(octets(2), NONE, ENDS), Used.NOTHING, 9))
                .isEqualTo(new Remainder.Open(Optional.empty(), OptionalLong.of(1)));
    }

    @Test
    void goesOnWithTheNextDaysTimeBeyondMidnight() {
        Quota quota = quota(hours(14), NONE, ENDS);
        assertThat(left(quota, used(hours(1), NONE), 1)).isEqualTo(open((12 + 14) * 3_600));
        assertThat(left(quota, used(hours(3), NONE), 1)).isEqualTo(open(11 * 3_600));
    }

    @Test
    void isUsedUpAtTheBoundAndNotBefore() {
        Quota quota = quota(hours(1), octets(1_000), ENDS);
        assertThat(left(quota, used(hours(1), NONE), 1)).isEqualTo(new Remainder.UsedUp());
        assertThat(left(quota, used(NONE, octets(1_000)), 1)).isEqualTo(new Remainder.UsedUp());
        assertThat(left(quota, used(NONE, octets(999)), 1))
                .isEqualTo(new Remainder.Open(Optional.of(Duration.ofHours(1)), OptionalLong.of(1)));
    }

    @Test
    void whatWasGivenBeyondItCounts() {
        Used given = new Used(hours(1), hours(0.5), NONE, NONE, 1);
        assertThat(left(quota(hours(1), NONE, ENDS), given, 1)).isEqualTo(open(1_800));
        assertThat(left(quota(NONE, octets(7), ENDS), given, 1))
                .isEqualTo(new Remainder.Open(Optional.empty(), OptionalLong.of(7)));
    }

    @Test
    void tellsNoControllerOfAQuotaThatOnlySlows() {
        Quota quota = quota(hours(1), octets(1_000), SLOWS);
        assertThat(left(quota, used(hours(0.5), octets(1)), 1)).isEqualTo(Remainder.Open.ALL);
        assertThat(left(quota, used(hours(1), NONE), 1)).isEqualTo(new Remainder.Slow(Optional.empty(), SLOWS));
    }

    @Test
    void endsWithTheHoursOfTheWeek() {
        OpeningHours hours = OpeningHours.parse("mon-sun 08:00-13:30").orElseThrow();
        Quota quota = new Quota(NONE, NONE, hours, ENDS);
        assertThat(left(quota, Used.NOTHING, 4)).isEqualTo(open(5_400));
        assertThat(Remainder.of(quota, Used.NOTHING, 1, NOON.plus(Duration.ofMinutes(90)), SHANGHAI))
                .isEqualTo(new Remainder.OutOfHours());
        Quota slow = new Quota(hours(1), NONE, hours, SLOWS);
        assertThat(left(slow, used(hours(2), NONE), 1))
                .isEqualTo(new Remainder.Slow(Optional.of(Duration.ofMinutes(90)), SLOWS));
    }

    @Test
    void givesMinutesWhereNobodyKnowsWhatWasUsed() {
        assertThat(Remainder.unread(quota(octets(1), NONE, ENDS), NOON, SHANGHAI))
                .isEqualTo(open(900));
        assertThat(Remainder.unread(quota(octets(1), NONE, SLOWS), NOON, SHANGHAI))
                .isEqualTo(Remainder.Open.ALL);
        assertThat(Remainder.unread(Quota.NONE, NOON, SHANGHAI)).isEqualTo(Remainder.Open.ALL);
        OpeningHours past = OpeningHours.parse("mon-sun 08:00-12:00").orElseThrow();
        assertThat(Remainder.unread(new Quota(hours(1), NONE, past, ENDS), NOON, SHANGHAI))
                .isEqualTo(new Remainder.OutOfHours());
    }
}
