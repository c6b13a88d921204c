package org.omnihall.hall.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.party.Areas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Slot items and the hold-out in the browser: each changes what is his, and nothing is lost by a change. */
@HallTest
class SlotScreenTest {

    private static final Instant SPRING = Instant.parse("2027-02-06T00:00:00Z");

    private final int port;
    private final JdbcClient db;
    private final SlotChoices choices;

    @Autowired
    SlotScreenTest(@LocalServerPort int port, JdbcClient db, SlotChoices choices, Areas areas) {
        this.port = port;
        this.db = db;
        this.choices = choices;
        areas.add("/", "sx", "绍兴", "test");
    }

    @Test
    void leavesTheHoldOutToWhoAnswersForTheWholeOperator() {
        ConsoleBrowser one = StaffOnPaper.browser(db, port, "slots-of-an-area", "administrator", "/sx/");
        ConsoleBrowser whole = StaffOnPaper.browser(db, port, "slots-of-all", "administrator", "/");
        choices.holdOut(100, "test");
        assertThat(one.get("/slots").body()).doesNotContain("/slots/hold-out");
        assertThat(one.post("/slots/hold-out", "percent", "0").statusCode()).isEqualTo(403);
        assertThat(choices.permille()).isEqualTo(100);
        assertThat(whole.get("/slots").body()).contains("/slots/hold-out");
        whole.post("/slots/hold-out", "percent", "12.5");
        assertThat(choices.permille()).isEqualTo(125);
    }

    @Test
    void keepsTheTimeOfAnItemWhoseTextIsCorrected() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "slots-editor", "administrator", "/");
        choices.put(
                new SlotItem(
                        0,
                        "spring",
                        Optional.empty(),
                        new SlotItem.Words("春节", "Spring", "文", "text"),
                        "city",
                        Set.of(SlotPlace.PORTAL),
                        Set.of(),
                        "/sx/",
                        1,
                        SlotItem.State.LIVE,
                        Optional.empty(),
                        Optional.of(SPRING)),
                "test");
        admin.get("/slots");
        admin.post(
                "/slots/put",
                "code",
                "spring",
                "offering",
                "",
                "titleZh",
                "新春",
                "titleEn",
                "New spring",
                "textZh",
                "文",
                "textEn",
                "text",
                "picture",
                "city",
                "area",
                "/sx/",
                "weight",
                "2",
                "place",
                "PORTAL");
        SlotItem changed = choices.item("spring").orElseThrow();
        assertThat(changed.words().titleEn()).isEqualTo("New spring");
        assertThat(changed.until()).contains(SPRING);
        assertThat(changed.state()).isEqualTo(SlotItem.State.LIVE);
    }
}
