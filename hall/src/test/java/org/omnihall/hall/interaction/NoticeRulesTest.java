package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.interaction.NoticeChange.Reason;

class NoticeRulesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void asksForBothLanguages() {
        assertThat(NoticeRules.refuses(draft("故障", "Outage", 0, 60), NOON)).isEmpty();
        assertThat(NoticeRules.refuses(draft(" ", "Outage", 0, 60), NOON)).contains(Reason.NO_TEXT);
        assertThat(NoticeRules.refuses(draft("故障", "", 0, 60), NOON)).contains(Reason.NO_TEXT);
    }

    @Test
    void takesTwoHundredCharacters() {
        assertThat(NoticeRules.refuses(draft("字".repeat(200), "x", 0, 60), NOON))
                .isEmpty();
        assertThat(NoticeRules.refuses(draft("字".repeat(201), "x", 0, 60), NOON))
                .contains(Reason.TEXT_TOO_LONG);
        assertThat(NoticeRules.refuses(draft("x", "x".repeat(201), 0, 60), NOON))
                .contains(Reason.TEXT_TOO_LONG);
    }

    @Test
    void endsAfterItBeganAndAfterNow() {
        assertThat(NoticeRules.refuses(draft("x", "x", 60, 60), NOON)).contains(Reason.ENDS_BEFORE_IT_BEGINS);
        assertThat(NoticeRules.refuses(draft("x", "x", 60, 61), NOON)).isEmpty();
        assertThat(NoticeRules.refuses(draft("x", "x", -60, 0), NOON)).contains(Reason.IS_OVER);
        assertThat(NoticeRules.refuses(draft("x", "x", -60, 1), NOON)).isEmpty();
    }

    @Test
    void lastsAYearAtMostAndBeginsWithinOne() {
        long year = NoticeRules.LONGEST_SPAN.toSeconds();
        assertThat(NoticeRules.refuses(draft("x", "x", 0, year), NOON)).isEmpty();
        assertThat(NoticeRules.refuses(draft("x", "x", 0, year + 1), NOON)).contains(Reason.LASTS_TOO_LONG);
        assertThat(NoticeRules.refuses(draft("x", "x", year, year + 60), NOON)).isEmpty();
        assertThat(NoticeRules.refuses(draft("x", "x", year + 1, year + 60), NOON))
                .contains(Reason.LASTS_TOO_LONG);
    }

    private static Notices.Draft draft(String zh, String en, long from, long until) {
        return new Notices.Draft(Notice.Kind.OUTAGE, "/", zh, en, NOON.plusSeconds(from), NOON.plusSeconds(until));
    }
}
