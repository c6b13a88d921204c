package org.omnihall.hall.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.omnihall.hall.channel.FreshChannels.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

/** Channels, what they are and what they belong to (requirement B1). */
@HallTest
class ChannelRegistryTest {

    private final FreshChannels fresh;
    private final ChannelBook book;
    private final Channels channels;
    private final Areas areas;
    private final JdbcClient db;

    @Autowired
    ChannelRegistryTest(ChannelBook book, Channels channels, Areas areas, JdbcClient db) {
        this.fresh = new FreshChannels(book);
        this.book = book;
        this.channels = channels;
        this.areas = areas;
        this.db = db;
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
            Channel channel = fresh.added(
                    channel("kind-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), kind, owner));
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
        Channel hall = fresh.added(channel("once", ChannelKind.HALL, Ownership.OPERATOR));
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
        Channel hall = fresh.added(channel("life", ChannelKind.HALL, Ownership.OPERATOR));
        assertThat(moved(hall, ChannelStatus.PLANNED)).isEqualTo(new Refused(Reason.STATUS));
        assertThat(moved(hall, ChannelStatus.SUSPENDED)).isInstanceOf(Done.class);
        assertThat(moved(hall, ChannelStatus.OPEN)).isInstanceOf(Done.class);
        assertThat(moved(hall, ChannelStatus.CLOSED)).isInstanceOf(Done.class);
        assertThat(moved(hall, ChannelStatus.OPEN)).isEqualTo(new Refused(Reason.STATUS));
        assertThat(book.change(hall, "LI")).isEqualTo(new Refused(Reason.CLOSED));
    }

    @Test
    void servesWhileItIsOpenAndItsHoursAre() {
        Channel shop = fresh.added(with(
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
        Channel hall = fresh.added(channel("above", ChannelKind.HALL, Ownership.OPERATOR));
        Channel kiosk = fresh.added(with(
                channel("below", ChannelKind.KIOSK, Ownership.OPERATOR), Optional.of(hall.id()), OpeningHours.ALWAYS));
        assertThat(kiosk.parent()).contains(hall.id());
        assertThat(book.change(with(hall, Optional.of(kiosk.id()), OpeningHours.ALWAYS), "LI"))
                .isEqualTo(new Refused(Reason.PARENT_BELOW));
        assertThat(book.change(with(hall, Optional.of(new ChannelId(-5)), OpeningHours.ALWAYS), "LI"))
                .isEqualTo(new Refused(Reason.PARENT_UNKNOWN));
    }

    @Test
    void followsItsAreaWhenThatMoves() {
        areas.add("/", "cha", "A", "LI");
        areas.add("/", "chb", "B", "LI");
        areas.add("/cha/", "lake", "湖区", "LI");
        Channel hall = fresh.added(new Channel(
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
                .mapToObj(n -> fresh.added(channel("circle-" + n, ChannelKind.KIOSK, Ownership.OPERATOR)))
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
