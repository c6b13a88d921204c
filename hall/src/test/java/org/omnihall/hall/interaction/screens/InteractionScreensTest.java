package org.omnihall.hall.interaction.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Contacts;
import org.omnihall.hall.interaction.CustomerValue;
import org.omnihall.hall.interaction.Recommendation;
import org.omnihall.hall.interaction.StateLine;
import org.omnihall.hall.interaction.StateSource;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contacts, journeys, cards and notices on screens: found without a number in an address, masked, in the caller's Area, audited. */
@HallTest
class InteractionScreensTest {

    private static final Msisdn LI = new Msisdn("13857100991");

    private final int port;
    private final JdbcClient db;
    private final Contacts contacts;
    private final Cards cards;
    private final Channels channels;
    private final Areas areas;
    private final Instant now;
    private final long li;

    @Autowired
    InteractionScreensTest(
            @LocalServerPort int port,
            JdbcClient db,
            Contacts contacts,
            Cards cards,
            Channels channels,
            Areas areas,
            Subscribers subscribers,
            Clock clock) {
        this.port = port;
        this.db = db;
        this.contacts = contacts;
        this.cards = cards;
        this.channels = channels;
        this.areas = areas;
        this.now = clock.instant();
        this.li = subscribers.idOf(LI);
    }

    @Test
    void findsACustomersContactsByHisNumberAndWritesTheSearchDown() {
        UUID journey = write("hotline", ContactKind.CALL, "/", "found");
        ConsoleBrowser clerk = StaffOnPaper.browser(db, port, "contact-clerk", "clerk", "/");
        clerk.get("/contacts?lang=en");

        String found = ConsoleBrowser.location(clerk.post("/contacts", "number", "138 5710 0991"));
        assertThat(found).isEqualTo("/contacts?subscriber=" + li).doesNotContain(LI.digits());
        assertThat(lastAct("contact-clerk")).isEqualTo("contact.search number:138****0991 ");
        assertThat(clerk.get(found).body())
                .contains("138****0991", "/journeys/" + journey, "/cards/" + li, "Call")
                .doesNotContain(LI.digits());
        assertThat(clerk.get(found + "&kind=ORDER").body()).contains("No contacts");
        assertThat(clerk.get(found + "&channel=portal").body()).doesNotContain("/journeys/" + journey);
        assertThat(clerk.get("/contacts?journey=" + journey).body()).contains("/journeys/" + journey);
        assertThat(clerk.get("/contacts?journey=none").body()).contains("No contacts");

        clerk.post("/contacts", "number", "12");
        assertThat(clerk.get("/contacts").body()).contains("That is not a mobile number");
        clerk.post("/contacts", "number", "13999999998");
        assertThat(clerk.get("/contacts").body()).contains("Nobody we know has this number");
        ConsoleBrowser operator = StaffOnPaper.browser(db, port, "contact-operator", "operator", "/");
        assertThat(operator.get("/contacts").statusCode()).isEqualTo(403);
    }

    @Test
    void tellsAJourneyOverItsChannelsWithinTheCallersArea() {
        UUID journey = write("hotline", ContactKind.CALL, "/jz/hz/", "first");
        write(journey, "app", ContactKind.HANDOVER, "/jz/nb/", "second");
        ConsoleBrowser all = StaffOnPaper.browser(db, port, "journey-all", "clerk", "/");
        all.get("/contacts?lang=en");
        ConsoleBrowser hangzhou = StaffOnPaper.browser(db, port, "journey-hz", "clerk", "/jz/hz/");
        hangzhou.get("/contacts?lang=en");
        ConsoleBrowser elsewhere = StaffOnPaper.browser(db, port, "journey-else", "clerk", "/else/");

        assertThat(all.get("/journeys/" + journey).body()).contains("2 steps on 2 channels", "Call", "Handed over");
        assertThat(hangzhou.get("/journeys/" + journey).body())
                .contains("1 steps on 1 channels", "Call")
                .doesNotContain("Handed over");
        assertThat(elsewhere.get("/journeys/" + journey).statusCode()).isEqualTo(404);
        assertThat(hangzhou.get("/contacts?subscriber=" + li).body())
                .contains("/jz/hz/")
                .doesNotContain("/jz/nb/");
    }

    @Test
    void showsTheCardAndWritesEveryLookDown() {
        write("portal", ContactKind.SLOT_CLICKED, "/", "on-card");
        cards.recommend(
                li,
                List.of(new Recommendation(
                        "5g", "升级套餐", "Upgrade the plan", 1, "流量多", "Uses much", now.plusSeconds(600))));
        cards.state(
                li,
                StateSource.ORDERING,
                List.of(new StateLine(StateLine.Kind.BILL, "bill", "OPEN", now, "欠费", "Owes 128.00")));
        cards.value(li, new CustomerValue("GOLD-TIER", 12_800, Optional.of(0.83), now));
        ConsoleBrowser clerk = StaffOnPaper.browser(db, port, "card-clerk", "clerk", "/");
        clerk.get("/contacts?lang=en");

        assertThat(clerk.get("/cards/" + li).body())
                .contains("138****0991", "Upgrade the plan", "Owes 128.00", "GOLD-TIER", "83 %", "Slot clicked")
                .doesNotContain(LI.digits());
        assertThat(lastAct("card-clerk")).startsWith("card.see subscriber:" + li + " OWN_STORE version");
        assertThat(clerk.get("/cards/" + li + "?seenFrom=AGENT_STORE").body())
                .contains("Upgrade the plan")
                .doesNotContain("Owes 128.00")
                .doesNotContain("GOLD-TIER")
                .doesNotContain("138****0991");
        assertThat(clerk.get("/cards/" + li + "?lang=zh").body()).contains("升级套餐", "业务推荐");
        assertThat(clerk.get("/cards/999999999").statusCode()).isEqualTo(404);
        ConsoleBrowser auditor = StaffOnPaper.browser(db, port, "card-auditor", "auditor", "/");
        assertThat(auditor.get("/cards/" + li).statusCode()).isEqualTo(403);
    }

    @Test
    void raisesANoticeShowsItOnTheCardAndWithdrawsIt() {
        areas.add("/", "screen", "屏", "test");
        write("portal", ContactKind.PAGE_SEEN, "/screen/", "notice");
        ConsoleBrowser manager = StaffOnPaper.browser(db, port, "notice-manager", "manager", "/screen/");
        manager.get("/notices?lang=en");

        manager.post("/notices", form("/screen/", "基站故障", "A mast is down", "2020-01-01T00:00", "2020-01-02T00:00"));
        assertThat(manager.get("/notices").body()).contains("Its time is over");
        manager.post("/notices", form("/screen/", "基站故障", "A mast is down", "", "x"));
        assertThat(manager.get("/notices").body()).contains("Say from when and until when");
        assertThat(manager.post("/notices", form("/", "基站故障", "A mast is down", "", ""))
                        .statusCode())
                .isEqualTo(403);
        String page = manager.get("/notices").body();
        manager.post("/notices", form("/screen/", "基站故障", "A mast is down", value(page, "from"), value(page, "until")));
        String list = manager.get("/notices").body();
        assertThat(list).contains("A mast is down", "Shown");
        assertThat(manager.get("/notices?kind=BILLING_FAULT").body()).doesNotContain("A mast is down");
        assertThat(lastAct("notice-manager")).startsWith("notice.raise notice:");
        assertThat(manager.get("/cards/" + li).body()).contains("A mast is down");

        String withdraw = list.replaceAll("(?s).*action=\"(/notices/\\d+/withdraw)\".*", "$1");
        ConsoleBrowser other = StaffOnPaper.browser(db, port, "notice-other", "manager", "/else/");
        other.get("/notices");
        assertThat(other.post(withdraw).statusCode()).isEqualTo(404);
        manager.post(withdraw);
        assertThat(manager.get("/notices").body()).contains("Withdrawn");
        assertThat(manager.get("/cards/" + li).body()).doesNotContain("A mast is down");
        ConsoleBrowser clerk = StaffOnPaper.browser(db, port, "notice-clerk", "clerk", "/");
        clerk.get("/notices");
        assertThat(clerk.post(withdraw).statusCode()).isEqualTo(403);
    }

    private static String[] form(String area, String zh, String en, String from, String until) {
        return new String[] {"kind", "OUTAGE", "area", area, "zh", zh, "en", en, "from", from, "until", until};
    }

    private static String value(String page, String field) {
        return page.replaceAll("(?s).*name=\"" + field + "\" type=\"datetime-local\" value=\"([^\"]*)\".*", "$1");
    }

    private UUID write(String channel, ContactKind kind, String areaPath, String id) {
        UUID journey = UUID.randomUUID();
        write(journey, channel, kind, areaPath, id);
        return journey;
    }

    private void write(UUID journey, String channel, ContactKind kind, String areaPath, String id) {
        contacts.write(Contact.inbound(
                        new Contact.Source("test", "screens-" + id),
                        journey,
                        channels.byCode(channel).orElseThrow().id(),
                        kind,
                        now)
                .with(Contact.Whom.subscriber(li))
                .saying(Map.of("page", id))
                .in(Contact.Where.area(areaPath)));
    }

    private String lastAct(String actor) {
        return db.sql(
                        "select act || ' ' || subject || ' ' || detail from audit.entry where actor = ? order by id desc limit 1")
                .param(actor)
                .query(String.class)
                .single();
    }
}
