package org.omnihall.hall.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.channel.FreshChannels.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.ChannelChange.Done;
import org.omnihall.hall.channel.ChannelChange.Reason;
import org.omnihall.hall.channel.ChannelChange.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The positions of channels through time (requirement B9). */
@HallTest
class PositionsTest {

    private final FreshChannels fresh;
    private final Positions positions;
    private final JdbcClient db;
    private final Clock clock;

    @Autowired
    PositionsTest(ChannelBook book, Positions positions, JdbcClient db, Clock clock) {
        this.fresh = new FreshChannels(book);
        this.positions = positions;
        this.db = db;
        this.clock = clock;
    }

    @Test
    void keepsOldPositionsReadable() {
        Channel hall = fresh.added(channel("placed", ChannelKind.HALL, Ownership.OPERATOR));
        Instant soon = clock.instant().truncatedTo(ChronoUnit.MICROS).plus(Duration.ofHours(1));
        Instant later = soon.plus(Duration.ofDays(1));
        Position first = position(hall, soon, ChannelFunction.SALE);
        Position second = position(hall, later, ChannelFunction.EXPERIENCE);
        assertThat(positions.place(first, "LI")).isInstanceOf(Done.class);
        assertThat(positions.place(second, "LI")).isInstanceOf(Done.class);
        assertThat(positions.at(hall.id(), soon.minusNanos(1_000))).isEmpty();
        assertThat(functionsAt(hall, soon)).containsExactly(ChannelFunction.SALE);
        assertThat(functionsAt(hall, later.minusNanos(1_000))).containsExactly(ChannelFunction.SALE);
        assertThat(functionsAt(hall, later)).containsExactly(ChannelFunction.EXPERIENCE);
        Position now = positions.at(hall.id(), soon).orElseThrow();
        assertThat(now.covers(CustomerSegment.HIGH_VALUE, "SALES", ChannelFunction.SALE))
                .isTrue();
        assertThat(now.covers(CustomerSegment.LOW_VALUE, "SALES", ChannelFunction.SALE))
                .isFalse();
        assertThat(now.covers(CustomerSegment.HIGH_VALUE, "SERVICE", ChannelFunction.SALE))
                .isFalse();
        assertThat(now.covers(CustomerSegment.HIGH_VALUE, "SALES", ChannelFunction.TRAINING))
                .isFalse();
    }

    @Test
    void changesNoPositionOfThePast() {
        Channel hall = fresh.added(channel("past", ChannelKind.HALL, Ownership.OPERATOR));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        assertThat(positions.place(position(hall, now.minusSeconds(1), ChannelFunction.SALE), "LI"))
                .isEqualTo(new Refused(Reason.POSITION_PAST));
        db.sql("""
                        insert into channel.position (channel_id, segments, business_types, functions, valid_from)
                        values (?, '{HIGH_VALUE}', '{SALES}', '{SALE}', '2026-01-01T00:00:00Z')""").param(hall.id().value()).update();
        Position begun = positions.of(hall.id()).getFirst();
        assertThat(positions.withdraw(hall.id(), begun.id(), "LI")).isEqualTo(new Refused(Reason.POSITION_PAST));
        Instant soon = now.plus(Duration.ofHours(1));
        positions.place(position(hall, soon, ChannelFunction.SALE), "LI");
        assertThat(positions.place(position(hall, soon, ChannelFunction.TRAINING), "LI"))
                .isEqualTo(new Refused(Reason.POSITION_TAKEN));
        assertThat(positions.withdraw(
                        hall.id(), positions.of(hall.id()).getFirst().id(), "LI"))
                .isInstanceOf(Done.class);
        assertThat(positions.of(hall.id())).containsExactly(begun);
    }

    @Test
    void refusesAPositionForNobodyOrForNoKnownBusiness() {
        Channel hall = fresh.added(channel("nobody", ChannelKind.HALL, Ownership.OPERATOR));
        Instant soon = clock.instant().plus(Duration.ofHours(1));
        assertThat(positions.place(
                        new Position(0, hall.id(), Set.of(), Set.of("SALES"), Set.of(ChannelFunction.SALE), soon),
                        "LI"))
                .isEqualTo(new Refused(Reason.POSITION_EMPTY));
        assertThat(positions.place(
                        new Position(
                                0,
                                hall.id(),
                                Set.of(CustomerSegment.LOW_VALUE),
                                Set.of("FUN"),
                                Set.of(ChannelFunction.SALE),
                                soon),
                        "LI"))
                .isEqualTo(new Refused(Reason.TYPE_UNKNOWN));
    }

    private Set<ChannelFunction> functionsAt(Channel channel, Instant moment) {
        return positions.at(channel.id(), moment).orElseThrow().functions();
    }

    private static Position position(Channel channel, Instant from, ChannelFunction function) {
        return new Position(
                0, channel.id(), Set.of(CustomerSegment.HIGH_VALUE), Set.of("SALES"), Set.of(function), from);
    }
}
