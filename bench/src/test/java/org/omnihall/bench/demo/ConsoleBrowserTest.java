package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omnihall.bench.ac.Controller;
import org.omnihall.bench.phone.Handset;

/** The console in a real browser, in both languages, at a desk and on a phone, while people are online. */
@ExtendWith(BrowserRing.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleBrowserTest {

    private static final int STEPS_OF_A_FIRST_LOGIN = 9;

    private final OpenTown town;
    private final Chromium chromium;
    private Optional<OpenTown.Life> life = Optional.empty();
    private String signedIn = "";

    ConsoleBrowserTest(OpenTown town, Chromium chromium) {
        this.town = town;
        this.chromium = chromium;
    }

    @BeforeAll
    void opensTheTownAndSignsIn() throws IOException, InterruptedException, ExecutionException {
        life = Optional.of(town.livedIn());
        signedIn = town.signedIn(chromium);
    }

    private List<Handset> online() {
        return life.orElseThrow().online();
    }

    private Crowd crowd() {
        return life.orElseThrow().crowd();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, ''", "en-US, -en"})
    void showsEveryKindOfPageWhole(String language, String suffix) {
        try (Desk desk = desk(language)) {
            assertThat(new Round(desk, "/", suffix).walk())
                    .containsKeys("/dashboard", "/orders/*", "/offerings/*/edit", "/pyramid/customers/*", "/cards/*")
                    .hasSizeGreaterThan(70);
            assertThat(desk.traffic().complaints()).isEmpty();
            assertThat(desk.traffic().hosts()).containsExactly("localhost");
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, ''", "en-US, -en"})
    void showsWhatHappens(String language, String suffix) {
        crowd().tellsUsage(online());
        try (Desk desk = desk(language)) {
            desk.open("/dashboard");
            desk.rests();
            Pictures.show(desk.page(), "dashboard" + suffix);
            desk.open("/online");
            assertThat(rows(desk).count()).isGreaterThan(5);
            Pictures.show(desk.page(), "online" + suffix);
            desk.open("/controllers");
            desk.page().click("#list tbody th a");
            desk.page().locator("[name=radiusSecret]").waitFor();
            assertThat(desk.page().inputValue("[name=radiusSecret]")).isEmpty();
            Pictures.show(desk.page(), "controller" + suffix);
            assertThat(desk.traffic().complaints()).isEmpty();
        }
    }

    @Test
    void endsASession() {
        Handset somebody = online().getFirst();
        Controller controller = crowd().at(somebody);
        try (Desk desk = desk("zh-CN")) {
            desk.open("/online");
            Locator row = rows(desk)
                    .filter(new Locator.FilterOptions()
                            .setHasText(somebody.mac().toString()));
            row.locator("[data-open]").click();
            desk.page().click("dialog[open] button[type=submit]");
            desk.page().waitForCondition(() -> !controller.online(somebody));
            desk.page().waitForCondition(() -> {
                desk.open("/online");
                return row.count() == 0;
            });
            assertThat(desk.traffic().complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, ''", "en-US, -en"})
    void tellsTheWholeStoryOfANumber(String language, String suffix) {
        String number = online().getLast().number();
        try (Desk desk = desk(language)) {
            desk.open("/trace");
            desk.fill("number", number);
            desk.submit();
            desk.page().locator(".h-story").waitFor();
            Locator story = desk.page().locator(".h-story");
            assertThat(story.locator(".h-story-good").count()).isGreaterThanOrEqualTo(STEPS_OF_A_FIRST_LOGIN);
            assertThat(story.locator(".h-story-bad").count()).isZero();
            assertThat(story.innerText()).contains("RADIUS");
            assertThat(desk.page().content()).doesNotContain(number);
            Pictures.keep(desk.page(), "trace" + suffix);
        }
    }

    private Desk desk(String language) {
        return new Desk(town, chromium, language, Optional.of(signedIn));
    }

    private static Locator rows(Desk desk) {
        return desk.page().locator("#list tbody tr");
    }
}
