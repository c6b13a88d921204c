package org.omnihall.hall.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Contacts;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Languages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A choice is written down before it is shown, is the same for its journey, and learns what came of it. */
@HallTest
class SlotChoicesTest {

    private static final String AREA = "/slots/";

    private final SlotChoices choices;
    private final SlotReport report;
    private final ChoiceBook book;
    private final Contacts contacts;
    private final Subscribers subscribers;
    private final Channel portal;
    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final Languages languages;
    private final Instant now;

    @Autowired
    SlotChoicesTest(
            SlotChoices choices,
            SlotReport report,
            ChoiceBook book,
            Contacts contacts,
            Subscribers subscribers,
            Channels channels,
            JdbcClient db,
            TransactionOperations transaction,
            Languages languages,
            Clock clock) {
        this.choices = choices;
        this.report = report;
        this.book = book;
        this.contacts = contacts;
        this.subscribers = subscribers;
        this.portal = channels.byCode("portal").orElseThrow();
        this.db = db;
        this.transaction = transaction;
        this.languages = languages;
        this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @BeforeEach
    void offer() {
        db.sql("truncate decision.choice cascade").update();
        choices.put(item("pack", 1000), "test");
        choices.put(item("odd", 1).in(SlotItem.State.STOPPED), "test");
        choices.holdOut(250, "test");
    }

    private static SlotItem item(String code, int weight) {
        return new SlotItem(
                0,
                code,
                Optional.of("data-" + code),
                new SlotItem.Words("流量包", "Data pack", "每月 10 GB", "10 GB a month"),
                "speed",
                Set.of(SlotPlace.PORTAL),
                Set.of(),
                AREA,
                weight,
                SlotItem.State.LIVE,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void givesAJourneyOneAnswerThatIsWrittenDown() {
        SlotRequest request = request(subscriber(1), 0);
        SlotChoice first = choices.choose(request);
        SlotChoice second = choices.choose(request);
        assertThat(second).isEqualTo(first);
        assertThat(choices.find(request.choice())).contains(first);
        assertThat(db.sql("select count(*) from decision.choice where journey = ?")
                        .param(request.journey())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void writesDownAmongWhatItChoseAndHowLikelyEachWas() {
        SlotChoice choice = choices.choose(request(subscriber(1), 0));
        assertThat(probabilities(choice.id()))
                .hasSize(choice.reason().candidates())
                .containsKey("pack")
                .satisfies(all -> assertThat(all.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum())
                        .isCloseTo(1, within(1e-9)));
        assertThat(probabilities(choices.choose(request(subscriber(1), 1)).id()))
                .isEqualTo(probabilities(choice.id()));
        assertThat(db.sql("select count(distinct candidate_set_id) from decision.choice")
                        .query(Integer.class)
                        .single())
                .as("one set, written once")
                .isEqualTo(1);
    }

    @Test
    void writesTheSetAgainThatARolledBackTransactionTookAway() {
        choices.put(item("odd", 77), "test");
        transaction.executeWithoutResult(status -> {
            assertThat(choices.choose(request(subscriber(1), 0)).id()).isNotNull();
            status.setRollbackOnly();
        });
        SlotChoice choice = choices.choose(request(subscriber(1), 0));
        assertThat(probabilities(choice.id())).containsKey("odd");
        assertThat(choices.find(choice.id())).contains(choice);
    }

    @Test
    void showsAChoiceWhoseSetWasLostWithItsDatabase() {
        SlotChoice choice = choices.choose(request(subscriber(1), 0));
        db.sql("delete from decision.candidate_set").update();
        assertThat(choices.find(choice.id()).orElseThrow().item()).isEqualTo(choice.item());
        book.forgetSets();
        SlotChoice next = choices.choose(request(subscriber(1), 1));
        assertThat(probabilities(next.id())).hasSize(next.reason().candidates());
    }

    private Map<String, Double> probabilities(UUID choice) {
        Map<String, Double> found = new HashMap<>();
        db.sql("""
                        select e.item, e.probability from decision.choice c join decision.candidate_set s on s.id = c.candidate_set_id,
                            jsonb_to_recordset(s.candidates) as e(item text, probability double precision) where c.id = ?""").param(choice).query(row -> {
            found.put(row.getString(1), row.getDouble(2));
        });
        return found;
    }

    @Test
    void reportsAnOfferAgainstItsHoldOut() {
        for (int i = 0; i < 200; i++) {
            long subscriber = subscriber(i);
            SlotRequest request = request(subscriber, i);
            SlotChoice choice = choices.choose(request);
            boolean offered =
                    choice.item().map(SlotItem::code).filter("pack"::equals).isPresent();
            if (offered && i % 2 == 0) {
                choices.clicked(choice.id(), now.plusSeconds(1));
            }
            if (i % (offered ? 4 : 20) == 0) {
                order(subscriber, "data-pack", now.plusSeconds(60), i);
            }
        }
        SlotReport.Line line = line();
        assertThat(line.customers()).isEqualTo(line.shown()).isGreaterThan(80);
        assertThat(line.heldOut()).isBetween(20L, 70L);
        assertThat(line.clicked()).isBetween(line.shown() / 3, line.shown() * 2 / 3);
        assertThat(line.ordered()).isGreaterThan(line.orderedWithout());
        Lift lift = line.lift().orElseThrow();
        assertThat(lift.difference())
                .isEqualTo(
                        (double) line.ordered() / line.customers() - (double) line.orderedWithout() / line.heldOut());
    }

    @Test
    void countsAnOrderForTheLastChoiceWithinTheWindowOnly() {
        choices.holdOut(0, "test");
        long li = subscriber(500);
        SlotRequest early = request(li, 500, now.minus(OrdersAfterSlots.WINDOW).minusSeconds(1));
        choices.choose(early);
        order(li, "data-pack", now, 500);
        assertThat(ordered()).isZero();
        UUID shown = shownTo(li);
        order(li, "another-pack", now.plusSeconds(2), 501);
        assertThat(ordered()).isZero();
        order(li, "data-pack", now.plusSeconds(2), 502);
        order(li, "data-pack", now.plusSeconds(3), 503);
        assertThat(db.sql("select choice_id from decision.outcome where kind = 'ORDERED'")
                        .query(UUID.class)
                        .list())
                .containsExactly(shown);
    }

    @Test
    void saysWhyInBothLanguages() {
        SlotReason reason = choices.choose(request(subscriber(9), 9)).reason();
        List<String> said = Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                .map(language -> reason.in(languages.in(language)))
                .toList();
        assertThat(said).doesNotHaveDuplicates().allMatch(text -> text.contains(Integer.toString(reason.candidates())));
    }

    /** Journeys until one shows the offer. */
    private UUID shownTo(long subscriber) {
        for (int i = 0; i < 100; i++) {
            SlotChoice choice = choices.choose(request(subscriber, 1000 + i));
            if (choice.item().map(SlotItem::code).filter("pack"::equals).isPresent()) {
                return choice.id();
            }
        }
        throw new AssertionError("never shown");
    }

    private SlotReport.Line line() {
        return report.of(AREA, now.minus(Duration.ofDays(1)), now.plusSeconds(1)).stream()
                .filter(one -> one.item().equals("pack"))
                .findFirst()
                .orElseThrow();
    }

    private int ordered() {
        return db.sql("select count(*) from decision.outcome where kind = 'ORDERED'")
                .query(Integer.class)
                .single();
    }

    private long subscriber(int number) {
        return subscribers.idOf(new Msisdn("138" + (10_000_000 + number)));
    }

    private SlotRequest request(long subscriber, int journey) {
        return request(subscriber, journey, now);
    }

    private SlotRequest request(long subscriber, int journey, Instant at) {
        return new SlotRequest(SlotPlace.PORTAL, new UUID(70, journey), portal.id(), Optional.of(subscriber), AREA, at);
    }

    private void order(long subscriber, String offering, Instant at, int id) {
        contacts.write(Contact.inbound(
                        new Contact.Source("test.order", at + "-" + id),
                        UUID.randomUUID(),
                        portal.id(),
                        ContactKind.ORDER,
                        at)
                .with(Contact.Whom.subscriber(subscriber))
                .about(offering));
    }
}
