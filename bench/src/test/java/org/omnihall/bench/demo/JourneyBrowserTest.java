package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The login pages in a real browser on a phone: in both languages, without scripts too, from the redirect to the return. */
@ExtendWith(BrowserRing.class)
class JourneyBrowserTest {

    private static final Duration SLOT = Duration.ofSeconds(10);
    private static final int HEAVIEST = 40_000;

    private final OpenTown town;
    private final Chromium chromium;

    JourneyBrowserTest(OpenTown town, Chromium chromium) {
        this.town = town;
        this.chromium = chromium;
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 13857112345, false, ''", "en-US, 13857112346, true, -en"})
    void goesOnlineLogsOutAndReturnsWithoutTyping(String language, String number, boolean scripts, String picture)
            throws InterruptedException {
        try (Visitor visitor = new Visitor(town, chromium, number, language, scripts)) {
            visitor.probe();
            visitor.sees("login.number.title");
            assertThat(visitor.page().url()).startsWith("https://");
            Pictures.show(visitor.page(), "login" + picture);
            visitor.giveNumber();
            visitor.sees("login.code.title");
            visitor.giveCode(visitor.code(0));
            visitor.sees("login.success.title");
            assertThat(visitor.online()).isTrue();
            Pictures.show(visitor.page(), "success" + picture);
            visitor.logOut();
            visitor.sees("login.goodbye.title");
            assertThat(visitor.online()).isFalse();

            long came = System.nanoTime();
            visitor.probe();
            visitor.sees("login.slot.title");
            Pictures.show(visitor.page(), "slot" + picture);
            visitor.sees("login.success.title");
            assertThat(Duration.ofNanos(System.nanoTime() - came)).isGreaterThanOrEqualTo(SLOT);
            assertThat(visitor.online()).isTrue();

            visitor.carriesNothing();
            assertThat(visitor.traffic().hosts()).isSubsetOf(Set.of("localhost", "127.0.0.11"));
            assertThat(visitor.traffic().weights()).isNotEmpty().allMatch(octets -> octets < HEAVIEST);
            assertThat(visitor.traffic().complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 13057112345", "en-US, 13057112346"})
    void tellsASubscriberOfOthersThatTheNumberCannotBeUsed(String language, String number) {
        try (Visitor visitor = new Visitor(town, chromium, number, language, true)) {
            visitor.probe();
            visitor.giveNumber();
            visitor.sees("login.refusal.title");
            Pictures.keep(visitor.page(), "refusal-" + language);
            assertThat(town.inbox().size(number)).isZero();
        }
    }

    @Test
    void asksAgainAfterAWrongCode() throws InterruptedException {
        try (Visitor visitor = new Visitor(town, chromium, "13857112347", "zh-CN", true)) {
            visitor.probe();
            visitor.giveNumber();
            String code = visitor.code(0);
            visitor.giveCode(code.startsWith("9") ? "0" + code.substring(1) : "9" + code.substring(1));
            visitor.sees("login.code.title");
            visitor.isTold("login.say.CODE_WRONG");
            Pictures.keep(visitor.page(), "wrong-code");
            visitor.giveCode(code);
            visitor.sees("login.success.title");
            assertThat(visitor.online()).isTrue();
        }
    }
}
