package org.omnihall.hall.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.session.Wlan.LI_PHONE;
import static org.omnihall.hall.access.session.Wlan.LI_TABLET;
import static org.omnihall.hall.access.session.Wlan.NOON;
import static org.omnihall.hall.access.session.Wlan.interim;
import static org.omnihall.hall.access.session.Wlan.noonPlus;
import static org.omnihall.hall.access.session.Wlan.start;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.access.session.SessionMatch.Candidate;
import org.omnihall.octets.MacAddress;

/** The pure rules around sessions. */
class SessionRulesTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    @Test
    void believesTheControllersClockWithinSevenDaysBackAndFiveMinutesAhead() {
        Duration late = Duration.ofSeconds(5);
        assertThat(time(NOON.plusSeconds(300), late)).isEqualTo(NOON.plusSeconds(300));
        assertThat(time(NOON.plusSeconds(301), late)).isEqualTo(NOON.minusSeconds(5));
        assertThat(time(NOON.minus(EventTime.OLDEST), late)).isEqualTo(NOON.minus(EventTime.OLDEST));
        assertThat(time(NOON.minus(EventTime.OLDEST).minusSeconds(1), late)).isEqualTo(NOON.minusSeconds(5));
        assertThat(EventTime.of(Optional.empty(), late, NOON)).isEqualTo(NOON.minusSeconds(5));
        assertThat(EventTime.of(Optional.empty(), Duration.ofDays(365), NOON)).isEqualTo(NOON.minus(EventTime.OLDEST));
    }

    private static Instant time(Instant stamp, Duration delay) {
        return EventTime.of(Optional.of(stamp), delay, NOON);
    }

    @Test
    void takesAnEventForAResendWithinTwoSecondsAndEqualCounters() {
        SameEvent known = SameEvent.of(ONE, interim("a", 600, 0));
        assertThat(known.matches(new SameEvent(ONE, known.kind(), noonPlus(602), known.usage())))
                .isTrue();
        assertThat(known.matches(new SameEvent(ONE, known.kind(), noonPlus(603), known.usage())))
                .isFalse();
        assertThat(known.matches(new SameEvent(TWO, known.kind(), noonPlus(600), known.usage())))
                .isFalse();
        assertThat(known.matches(SameEvent.of(ONE, interim("a", 601, 0)))).isFalse();
    }

    @Test
    void tellsSessionsWithOneNameApartByClassElseByDeviceAndStart() {
        Candidate known = new Candidate(ONE, Optional.of(ONE), Optional.of(LI_PHONE), NOON);
        assertThat(SessionMatch.pick(withClass(ONE, 99_000), List.of(known))).contains(ONE);
        assertThat(SessionMatch.pick(withClass(TWO, 0), List.of(known))).isEmpty();
        assertThat(SessionMatch.pick(interim("a", 660, 60), List.of(known))).contains(ONE);
        assertThat(SessionMatch.pick(interim("a", 661, 61), List.of(known))).isEmpty();
        Candidate tablet = new Candidate(ONE, Optional.empty(), Optional.of(LI_TABLET), NOON);
        assertThat(SessionMatch.pick(interim("a", 600, 0), List.of(tablet))).isEmpty();
    }

    private static AccountingEvent withClass(UUID journey, long second) {
        return Wlan.event(AccountingEvent.Kind.START, "a", Optional.of(journey), LI_PHONE, second, second);
    }

    @Test
    void readsTheThreeFormsOfACalledStation() {
        MacAddress ap = MacAddress.parse("00-1b-2c-3d-4e-5f").orElseThrow();
        assertThat(CalledStation.parse("00-1B-2C-3D-4E-5F:CITY"))
                .isEqualTo(new CalledStation(Optional.of(ap), Optional.of("CITY")));
        assertThat(CalledStation.parse("001B2C3D4E5F")).isEqualTo(new CalledStation(Optional.of(ap), Optional.empty()));
        assertThat(CalledStation.parse("001b.2c3d.4e5f:A:B"))
                .isEqualTo(new CalledStation(Optional.of(ap), Optional.of("A:B")));
        assertThat(CalledStation.parse("CITY")).isEqualTo(new CalledStation(Optional.empty(), Optional.of("CITY")));
        assertThat(CalledStation.parse("")).isEqualTo(new CalledStation(Optional.empty(), Optional.empty()));
    }

    @Test
    void closesTheOlderSessionOfADeviceInTheSameGroupOnly() {
        Held older = held(ONE, start("a", 0));
        Held newer = held(TWO, start("b", 100));
        assertThat(SameDevice.replaced(List.of(newer, older)))
                .containsOnlyKeys(ONE)
                .allSatisfy((id, s) ->
                        assertThat(s.fold().close()).contains(new Closer(noonPlus(100), Closer.Cause.REPLACED)));
        Held tablet = held(TWO, Wlan.event(AccountingEvent.Kind.START, "b", Optional.empty(), LI_TABLET, 100, 100));
        assertThat(SameDevice.replaced(List.of(older, tablet))).isEmpty();
        Held aliveLater = older.with(interim("a", 200, 0));
        assertThat(SameDevice.replaced(List.of(aliveLater, newer))).isEmpty();
    }

    private static Held held(UUID id, AccountingEvent event) {
        return new Held(Wlan.facts(id, event), SessionFold.NOTHING, event.receivedAt(), Held.Row.NONE, Optional.empty())
                .with(event);
    }
}
