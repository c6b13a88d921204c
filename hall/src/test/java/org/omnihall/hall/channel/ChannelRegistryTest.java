package org.omnihall.hall.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.ChannelChange.Done;
import org.omnihall.hall.channel.ChannelChange.Reason;
import org.omnihall.hall.channel.ChannelChange.Refused;
import org.omnihall.hall.party.Areas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Channels, their positions through time and their relations (requirements B1, B9, B25). */
@HallTest
class ChannelRegistryTest {

    private final Channels channels;
    private final ChannelBook book;
    private final Positions positions;
    private final Relations relations;
    private final Areas areas;
    private final JdbcClient db;
    private final Clock clock;

    @Autowired
    ChannelRegistryTest(
            Channels channels,
            ChannelBook book,
            Positions positions,
            Relations relations,
            Areas areas,
            JdbcClient db,
            Clock clock) {
        this.channels = channels;
        this.book = book;
        this.positions = positions;
        this.relations = relations;
        this.areas = areas;
        this.db = db;
        this.clock = clock;
    }

    @Test
    void isDeliveredWithTheElectronicChannelsThatItServesItself() {
        assertThat(channels.byCode("portal").orElseThrow().kind()).isEqualTo(ChannelKind.PORTAL_PAGE);
        assertThat(channels.all())
                .extracting(Channel::kind)
                .contains(
                        ChannelKind.HOTLINE,
                        ChannelKind.SMS_HALL,
                        ChannelKind.WEB_HALL,
                        ChannelKind.INTERNET,
                        ChannelKind.APP,
                        ChannelKind.KIOSK);
    }

    @Test
    void writesNoChannelWithoutClassOrOwnership() {
        String insert =
                "insert into channel.channel (code, name, kind, area_path, english_name, status, hours, contact_cost_fen, ownership)"
                        + " values (?, 'x', ?, '/', '', 'OPEN', 'always', 0, nullif(?, ''))";
        assertThatThrownBy(() ->
                        db.sql(insert).params("no-class", "PIGEON", "OPERATOR").update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("class");
        assertThatThrownBy(() -> db.sql(insert).params("no-owner", "HALL", "").update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("ownership");
        assertThatThrownBy(() ->
                        db.sql(insert).params("agent-hall", "HALL", "PARTNER").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void knowsTheClassOfAKindInTheDatabaseAsInTheCode() {
        for (ChannelKind kind : ChannelKind.values()) {
            Ownership owner = kind.ofClass() == ChannelClass.AGENT_STORE ? Ownership.PARTNER : Ownership.OPERATOR;
            Channel channel =
                    added(channel("kind-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), kind, owner));
            assertThat(db.sql("select class from channel.channel where id = ?")
                            .param(channel.id().value())
                            .query(String.class)
                            .single())
                    .isEqualTo(kind.ofClass().name());
        }
    }

    @Test
    void refusesAnOwnershipThatItsClassExcludes() {
        assertThat(book.add(channel("mixed", ChannelKind.HALL, Ownership.PARTNER), "LI"))
                .isEqualTo(new Refused(Reason.OWNERSHIP));
        assertThat(book.add(channel("mixed", ChannelKind.AGENT_POINT, Ownership.OPERATOR), "LI"))
                .isEqualTo(new Refused(Reason.OWNERSHIP));
        assertThat(channels.byCode("mixed")).isEmpty();
    }

    @Test
    void addsAChannelOnceAndIsAskedForItAtOnce() {
        Channel hall = added(channel("once", ChannelKind.HALL, Ownership.OPERATOR));
        assertThat(channels.find(hall.id())).contains(hall);
        assertThat(channels.byCode("once")).contains(hall);
        assertThat(book.add(channel("once", ChannelKind.APP, Ownership.OPERATOR), "LI"))
                .isEqualTo(new Refused(Reason.CODE_TAKEN));
        assertThat(db.sql("select act from audit.entry where subject = 'channel:once'")
                        .query(String.class)
                        .list())
                .containsExactly("channel.add");
    }

    @Test
    void goesThroughItsLifeInOrderAndStaysClosed() {
        Channel hall = added(channel("life", ChannelKind.HALL, Ownership.OPERATOR));
        assertThat(moved(hall, ChannelStatus.PLANNED)).isEqualTo(new Refused(Reason.STATUS));
        assertThat(moved(hall, ChannelStatus.SUSPENDED)).isInstanceOf(Done.class);
        assertThat(moved(hall, ChannelStatus.OPEN)).isInstanceOf(Done.class);
        assertThat(moved(hall, ChannelStatus.CLOSED)).isInstanceOf(Done.class);
        assertThat(moved(hall, ChannelStatus.OPEN)).isEqualTo(new Refused(Reason.STATUS));
        assertThat(book.change(hall, "LI")).isEqualTo(new Refused(Reason.CLOSED));
    }

    @Test
    void servesWhileItIsOpenAndItsHoursAre() {
        Channel shop = added(with(
                channel("hours", ChannelKind.HALL, Ownership.OPERATOR),
                Optional.empty(),
                OpeningHours.parse("thu 09:00-18:00").orElseThrow()));
        Instant thursdayNoon = Instant.parse("2026-11-26T04:00:00Z");
        assertThat(channels.open(thursdayNoon)).contains(shop);
        assertThat(channels.open(thursdayNoon.plus(Duration.ofHours(6)))).doesNotContain(shop);
        moved(shop, ChannelStatus.SUSPENDED);
        assertThat(channels.open(thursdayNoon)).extracting(Channel::code).doesNotContain("hours");
    }

    @Test
    void neverBelongsToWhatBelongsToIt() {
        Channel hall = added(channel("above", ChannelKind.HALL, Ownership.OPERATOR));
        Channel kiosk = added(with(
                channel("below", ChannelKind.KIOSK, Ownership.OPERATOR), Optional.of(hall.id()), OpeningHours.ALWAYS));
        assertThat(kiosk.parent()).contains(hall.id());
        assertThat(book.change(with(hall, Optional.of(kiosk.id()), OpeningHours.ALWAYS), "LI"))
                .isEqualTo(new Refused(Reason.PARENT_BELOW));
        assertThat(book.change(with(hall, Optional.of(new ChannelId(-5)), OpeningHours.ALWAYS), "LI"))
                .isEqualTo(new Refused(Reason.PARENT_UNKNOWN));
    }

    @Test
    void keepsOldPositionsReadable() {
        Channel hall = added(channel("placed", ChannelKind.HALL, Ownership.OPERATOR));
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
        Channel hall = added(channel("past", ChannelKind.HALL, Ownership.OPERATOR));
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
        Channel hall = added(channel("nobody", ChannelKind.HALL, Ownership.OPERATOR));
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

    @Test
    void relatesTwoChannelsFromBothSides() {
        Channel hall = added(channel("pair-a", ChannelKind.HALL, Ownership.OPERATOR));
        Channel app = added(channel("pair-b", ChannelKind.APP, Ownership.OPERATOR));
        assertThat(relations.declare(relation(app, hall, RelationKind.SUBSTITUTE, Optional.of("SALES")), "LI"))
                .isInstanceOf(Done.class);
        assertThat(relations.between(hall.id(), app.id())).hasSize(1);
        assertThat(relations.between(app.id(), hall.id())).isEqualTo(relations.between(hall.id(), app.id()));
        assertThat(relations.between(app.id(), hall.id(), "SALES")).hasSize(1);
        assertThat(relations.between(app.id(), hall.id(), "SERVICE")).isEmpty();
        assertThat(relations.declare(relation(hall, app, RelationKind.SUBSTITUTE, Optional.of("SALES")), "LI"))
                .isEqualTo(new Refused(Reason.RELATION_TAKEN));
        assertThat(relations.declare(relation(hall, app, RelationKind.ENHANCE, Optional.empty()), "LI"))
                .isInstanceOf(Done.class);
        assertThat(relations.between(app.id(), hall.id(), "SERVICE"))
                .extracting(Relation::kind)
                .containsExactly(RelationKind.ENHANCE);
        long first = relations.of(hall.id()).getFirst().id();
        assertThat(relations.remove(app.id(), first, "LI")).isInstanceOf(Done.class);
        assertThat(relations.between(app.id(), hall.id(), "SALES")).hasSize(1);
        assertThat(relations.between(hall.id(), hall.id())).isEmpty();
    }

    @Test
    void callsNothingASubstituteThatMayNotCarryTheBusiness() {
        Channel hall = added(channel("carry-a", ChannelKind.HALL, Ownership.OPERATOR));
        Channel app = added(channel("carry-b", ChannelKind.APP, Ownership.OPERATOR));
        assertThat(relations.declare(relation(hall, app, RelationKind.SUBSTITUTE, Optional.of("SENSITIVE")), "LI"))
                .isEqualTo(new Refused(Reason.NO_SUBSTITUTE));
        assertThat(relations.declare(relation(hall, app, RelationKind.COMPLEMENT, Optional.of("SENSITIVE")), "LI"))
                .isInstanceOf(Done.class);
        assertThat(relations.declare(relation(hall, hall, RelationKind.ENHANCE, Optional.empty()), "LI"))
                .isEqualTo(new Refused(Reason.SAME_CHANNEL));
        assertThat(relations.declare(relation(hall, app, RelationKind.ENHANCE, Optional.of("FUN")), "LI"))
                .isEqualTo(new Refused(Reason.TYPE_UNKNOWN));
    }

    @Test
    void followsItsAreaWhenThatMoves() {
        areas.add("/", "cha", "A", "LI");
        areas.add("/", "chb", "B", "LI");
        areas.add("/cha/", "lake", "湖区", "LI");
        Channel hall = added(new Channel(
                new ChannelId(0),
                "moves",
                "湖滨厅",
                ChannelKind.HALL,
                "/cha/lake/",
                "",
                Ownership.OPERATOR,
                Optional.empty(),
                "",
                ChannelStatus.OPEN,
                new ServiceTerms(OpeningHours.ALWAYS, Optional.empty(), 0)));
        areas.move("/cha/lake/", "/chb/", "LI");
        assertThat(channels.find(hall.id()).orElseThrow().areaPath()).isEqualTo("/chb/lake/");
    }

    /** Eight people put eight channels into a circle at once: the last of them is refused. */
    @Test
    void isNeverACircleHoweverManyChangeItAtOnce() throws InterruptedException, ExecutionException {
        int all = 8;
        List<Channel> circle = IntStream.range(0, all)
                .mapToObj(n -> added(channel("circle-" + n, ChannelKind.KIOSK, Ownership.OPERATOR)))
                .toList();
        try (ExecutorService people = Executors.newFixedThreadPool(all)) {
            List<Callable<ChannelChange>> wishes = IntStream.range(0, all)
                    .mapToObj(n -> (Callable<ChannelChange>) () -> book.change(
                            with(
                                    circle.get(n),
                                    Optional.of(circle.get((n + 1) % all).id()),
                                    OpeningHours.ALWAYS),
                            "LI"))
                    .toList();
            List<ChannelChange> answers = new ArrayList<>();
            for (Future<ChannelChange> answer : people.invokeAll(wishes)) {
                answers.add(answer.get());
            }
            assertThat(answers.stream().filter(Done.class::isInstance)).hasSize(all - 1);
            assertThat(answers).contains(new Refused(Reason.PARENT_BELOW));
        }
    }

    private ChannelChange moved(Channel channel, ChannelStatus status) {
        return book.move(channel.id(), status, "LI");
    }

    private Set<ChannelFunction> functionsAt(Channel channel, Instant moment) {
        return positions.at(channel.id(), moment).orElseThrow().functions();
    }

    private Channel added(Channel wanted) {
        return switch (book.add(wanted, "LI")) {
            case Done done -> done.channel();
            case Refused refused -> throw new AssertionError(refused);
        };
    }

    private static Position position(Channel channel, Instant from, ChannelFunction function) {
        return new Position(
                0, channel.id(), Set.of(CustomerSegment.HIGH_VALUE), Set.of("SALES"), Set.of(function), from);
    }

    private static Relation relation(Channel one, Channel other, RelationKind kind, Optional<String> type) {
        return new Relation(0, one.id(), other.id(), kind, type);
    }

    private static Channel channel(String code, ChannelKind kind, Ownership ownership) {
        return new Channel(
                new ChannelId(0),
                code,
                "渠道" + code,
                kind,
                "/",
                "Channel " + code,
                ownership,
                Optional.empty(),
                "",
                ChannelStatus.OPEN,
                new ServiceTerms(OpeningHours.ALWAYS, Optional.of(60), 250));
    }

    private static Channel with(Channel channel, Optional<ChannelId> parent, OpeningHours hours) {
        return new Channel(
                channel.id(),
                channel.code(),
                channel.name(),
                channel.kind(),
                channel.areaPath(),
                channel.englishName(),
                channel.ownership(),
                parent,
                channel.grid(),
                channel.status(),
                new ServiceTerms(
                        hours,
                        channel.service().contactsPerHour(),
                        channel.service().contactCostFen()));
    }
}
