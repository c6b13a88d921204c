package org.omnihall.hall.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String SHOP = "mon-fri 09:00-12:00 13:30-18:00; sat 10:00-24:00";

    @Test
    void closesAtTheEndOfItsSpanOrOfThoseThatFollowWithoutAGap() {
        OpeningHours hours = OpeningHours.parse("thu 09:00-12:00 22:00-24:00; fri 00:00-02:30")
                .orElseThrow();
        assertThat(hours.closesAt(at("2026-11-26T03:59:00Z"), SHANGHAI)).contains(at("2026-11-26T04:00:00Z"));
        assertThat(hours.closesAt(at("2026-11-26T14:30:00Z"), SHANGHAI)).contains(at("2026-11-26T18:30:00Z"));
        assertThat(hours.closesAt(at("2026-11-26T04:00:00Z"), SHANGHAI)).isEmpty();
        assertThat(OpeningHours.ALWAYS.closesAt(at("2026-11-26T04:00:00Z"), SHANGHAI))
                .isEmpty();
    }

    @Test
    void opensAndClosesOnTheMinute() {
        OpeningHours shop = OpeningHours.parse(SHOP).orElseThrow();
        assertThat(shop.isOpen(at("2026-11-26T00:59:59Z"), SHANGHAI)).isFalse();
        assertThat(shop.isOpen(at("2026-11-26T01:00:00Z"), SHANGHAI)).isTrue();
        assertThat(shop.isOpen(at("2026-11-26T03:59:59Z"), SHANGHAI)).isTrue();
        assertThat(shop.isOpen(at("2026-11-26T04:00:00Z"), SHANGHAI)).isFalse();
        assertThat(shop.isOpen(at("2026-11-28T15:59:59Z"), SHANGHAI)).isTrue();
        assertThat(shop.isOpen(at("2026-11-28T16:00:00Z"), SHANGHAI)).isFalse();
        assertThat(shop.isOpen(at("2026-11-26T01:00:00Z"), ZoneId.of("UTC"))).isFalse();
    }

    @Test
    void saysWhatItReads() {
        for (String text : List.of("always", SHOP, "mon 00:00-24:00", "mon 08:00-20:00; wed-sun 08:00-20:00")) {
            assertThat(OpeningHours.parse(text).map(OpeningHours::text)).contains(text);
        }
        assertThat(OpeningHours.parse(" MON-FRI  09:00-18:00 ;SAT-SUN 09:00-18:00")
                        .map(OpeningHours::text))
                .contains("mon-sun 09:00-18:00");
        assertThat(OpeningHours.parse("mon-sun 00:00-24:00")).contains(OpeningHours.ALWAYS);
    }

    @Test
    void readsNothingThatIsNotClear() {
        for (String text : List.of(
                "",
                "never",
                "mon",
                "mon 9-18",
                "mon 18:00-09:00",
                "mon 09:00-09:00",
                "mon 09:60-10:00",
                "mon 09:00-24:01",
                "mon 09:00-12:00 11:00-13:00",
                "fri-mon 09:00-10:00",
                "mon 09:00-10:00; mon 11:00-12:00",
                "xyz 09:00-10:00",
                "mon 09:00-10:00;",
                "mon 99:00-99:30")) {
            assertThat(OpeningHours.parse(text)).as(text).isEmpty();
        }
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
