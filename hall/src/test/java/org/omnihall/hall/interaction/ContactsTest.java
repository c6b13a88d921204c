package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.party.AreaMoved;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contact log: what goes in, once, and cannot be changed any more. */
@HallTest
class ContactsTest {

    private static final AtomicLong SUBSCRIBERS = new AtomicLong(5_000_000);
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private final Contacts contacts;
    private final Journeys journeys;
    private final JdbcClient db;
    private final ChannelId portal;
    private final ChannelId hotline;
    private final long li = SUBSCRIBERS.incrementAndGet();

    @Autowired
    ContactsTest(Contacts contacts, Journeys journeys, Channels channels, JdbcClient db) {
        this.contacts = contacts;
        this.journeys = journeys;
        this.db = db;
        this.portal = channels.byCode("portal").orElseThrow().id();
        this.hotline = channels.byCode("hotline").orElseThrow().id();
    }

    @Test
    void givesBackWhatWasWritten() {
        Contact told = contact(1)
                .about("wifi-cafe")
                .ended("REFUSED")
                .saying(Map.of("page", "商品"))
                .in(new Contact.Where("/zj/hz/", Optional.of(7L)));

        assertThat(contacts.write(told)).isTrue();

        LoggedContact logged = hers().getFirst();
        assertThat(logged.contact()).isEqualTo(told);
        assertThat(contacts.find(logged.id())).contains(logged);
        assertThat(contacts.find(-1)).isEmpty();
    }

    @Test
    void keepsACompanysContactByItsUser() {
        Contact told = contact(1).with(Contact.Whom.company(li, "buyer@cafe")).outbound();
        contacts.write(told);

        ContactFilter hers = new ContactFilter(
                "/",
                Optional.empty(),
                Optional.of(li),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(contacts.list(hers, Paging.first()).rows())
                .extracting(LoggedContact::contact)
                .containsExactly(told);
    }

    @Test
    void storesOnceWhatIsToldTwiceInAMonth() {
        Contact told = contact(1);
        Contact later = new Contact(
                told.source(),
                told.journey(),
                told.channel(),
                told.whom(),
                told.direction(),
                told.kind(),
                told.business(),
                told.outcome(),
                told.detail(),
                told.where(),
                NOON.plus(5, ChronoUnit.DAYS));

        assertThat(contacts.write(List.of(told, told))).isOne();
        assertThat(contacts.write(told)).isFalse();
        assertThat(contacts.write(later)).isFalse();
        assertThat(hers()).hasSize(1);
    }

    @Test
    void storesOnceWhatEightTellAtTheSameTime() throws InterruptedException, ExecutionException {
        List<Contact> batch = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            batch.add(contact(i));
        }
        int stored = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> pushes = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                pushes.add(() -> contacts.write(batch));
            }
            for (Future<Integer> push : threads.invokeAll(pushes)) {
                stored += push.get();
            }
        }
        assertThat(stored).isEqualTo(50);
        assertThat(contacts.list(ContactFilter.of(li), new Paging(500, List.of()))
                        .rows())
                .hasSize(50);
    }

    @Test
    void takesNoneOfABatchThatNamesAnUnknownChannel() {
        Contact lost = Contact.inbound(source("lost"), UUID.randomUUID(), new ChannelId(-1), ContactKind.CALL, NOON);

        assertThatThrownBy(() -> contacts.write(List.of(contact(1), lost))).isInstanceOf(UnknownChannel.class);
        assertThat(hers()).isEmpty();
        assertThat(contacts.write(List.of())).isZero();
    }

    @Test
    void changesAndLosesNothing() {
        contacts.write(contact(1));
        contacts.write(at(Instant.parse("2001-02-03T00:00:00Z"), 2));

        for (String attack : List.of(
                "update interaction.contact set outcome = 'x' where subscriber_id = " + li,
                "update interaction.contact set area_path = '/x/', outcome = 'x' where subscriber_id = " + li,
                "update interaction.contact_rest set at = at + interval '1 day' where subscriber_id = " + li,
                "delete from interaction.contact where subscriber_id = " + li,
                "delete from interaction.contact_rest where subscriber_id = " + li,
                "truncate interaction.contact",
                "truncate interaction.contact_rest",
                "truncate " + monthOf(NOON))) {
            assertThatThrownBy(() -> db.sql(attack).update()).as(attack).isInstanceOf(DataAccessException.class);
        }
        assertThat(hers()).hasSize(2);
    }

    @Test
    void followsAnAreaThatMoved() {
        String from = "/moved" + li + "/";
        contacts.write(contact(1).in(Contact.Where.area(from + "east/")));
        contacts.write(contact(2).in(Contact.Where.area("/moved" + li + "x/")));

        new FollowedAreas(db).follow(new AreaMoved(from, "/to" + li + "/"));

        assertThat(contacts.list(ContactFilter.all("/to" + li + "/"), Paging.first())
                        .rows())
                .extracting(row -> row.contact().where().areaPath())
                .containsExactly("/to" + li + "/east/");
        assertThat(contacts.list(ContactFilter.all(from), Paging.first()).rows())
                .isEmpty();
    }

    /** No partition was ever made for that month. */
    @Test
    void refusesNoContactForItsMonth() {
        assertThat(contacts.write(at(Instant.parse("1999-12-31T23:59:59Z"), 1))).isTrue();
        assertThat(contacts.write(at(Instant.parse("2077-01-01T00:00:00Z"), 2))).isTrue();
        assertThat(hers()).hasSize(2);
    }

    @Test
    void turnsPagesNewestFirstWithoutLosingOrRepeating() {
        for (int i = 0; i < 5; i++) {
            contacts.write(at(NOON.plusSeconds(i / 2), i));
        }
        List<LoggedContact> seen = new ArrayList<>();
        Optional<String> trail = Optional.of("");
        while (trail.isPresent()) {
            Paging paging = new Paging(2, Paging.parse(trail.get()).trail());
            Slice<LoggedContact> page = contacts.of(li, paging);
            seen.addAll(page.rows());
            trail = page.next();
        }
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(seen.stream().map(row -> row.contact().at())).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void findsByChannelKindTimeAndJourney() {
        UUID journey = UUID.randomUUID();
        Contact page = contact(1);
        Contact call = Contact.inbound(source("call"), journey, hotline, ContactKind.CALL, NOON.plusSeconds(60))
                .with(Contact.Whom.subscriber(li));
        contacts.write(List.of(page, call));

        assertThat(found(Optional.of(journey), Optional.empty(), Optional.empty(), Optional.empty()))
                .containsExactly(call);
        assertThat(found(Optional.empty(), Optional.of(hotline), Optional.empty(), Optional.empty()))
                .containsExactly(call);
        assertThat(found(Optional.empty(), Optional.empty(), Optional.of(ContactKind.PAGE_SEEN), Optional.empty()))
                .containsExactly(page);
        assertThat(found(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(NOON.plusSeconds(60))))
                .containsExactly(call);
        assertThat(found(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(NOON)))
                .containsExactly(call, page);
    }

    @Test
    void tellsAJourneyOverItsChannels() {
        UUID journey = UUID.randomUUID();
        Contact call = Contact.inbound(source("b"), journey, hotline, ContactKind.CALL, NOON);
        Contact handover = Contact.inbound(source("c"), journey, hotline, ContactKind.HANDOVER, NOON.plusSeconds(1));
        Contact page = Contact.inbound(source("a"), journey, portal, ContactKind.PAGE_SEEN, NOON.plusSeconds(2));
        contacts.write(List.of(page, handover, call));

        assertThat(journeys.of(journey)).extracting(LoggedContact::contact).containsExactly(call, handover, page);
        assertThat(journeys.of(UUID.randomUUID())).isEmpty();
    }

    private List<Contact> found(
            Optional<UUID> journey, Optional<ChannelId> channel, Optional<ContactKind> kind, Optional<Instant> from) {
        ContactFilter filter = new ContactFilter(
                "/",
                Optional.of(li),
                Optional.empty(),
                journey,
                channel,
                kind,
                from,
                Optional.of(NOON.plusSeconds(61)));
        return contacts.list(filter, Paging.first()).rows().stream()
                .map(LoggedContact::contact)
                .toList();
    }

    @Test
    void findsTheNewestAcrossTheBorderOfTheRecentMonths() {
        Instant border = NOON.minus(Duration.ofDays(90));
        contacts.write(List.of(
                at(NOON, 1),
                at(border.plusSeconds(1), 2),
                at(border, 3),
                at(border.minusSeconds(1), 4),
                at(NOON.minus(Duration.ofDays(300)), 5)));
        List<Contact> all = hers().stream().map(LoggedContact::contact).toList();
        for (int most = 1; most <= 6; most++) {
            assertThat(contacts.newest(li, most, border).stream()
                            .map(LoggedContact::contact)
                            .toList())
                    .isEqualTo(all.subList(0, Math.min(most, 5)));
        }
        assertThat(all)
                .hasSize(5)
                .isSortedAccordingTo(Comparator.comparing(Contact::at).reversed());
    }

    private List<LoggedContact> hers() {
        return contacts.of(li, Paging.first()).rows();
    }

    private Contact contact(int number) {
        return at(NOON, number);
    }

    private Contact at(Instant at, int number) {
        return Contact.inbound(source("n" + number), UUID.randomUUID(), portal, ContactKind.PAGE_SEEN, at)
                .with(Contact.Whom.subscriber(li));
    }

    private Contact.Source source(String id) {
        return new Contact.Source("test", li + "-" + id);
    }

    private String monthOf(Instant at) {
        return db.sql(
                        "select tableoid::regclass::text from interaction.contact where subscriber_id = ? and at = ? limit 1")
                .params(li, at.atOffset(java.time.ZoneOffset.UTC))
                .query(String.class)
                .single();
    }
}
