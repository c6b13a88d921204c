package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Somebody of the staff in front of the console. */
final class Desk implements AutoCloseable {

    /** A word's key or a gap for an argument: what stands on a page whose words are missing. The name of a setting is none. */
    private static final Pattern MISSING = Pattern.compile("(?<!omnihall\\.)\\b(?:" + String.join("|", prefixes())
            + ")(?:\\.[a-z][a-zA-Z]+){2,}|\\{[0-9]}|\\bnull\\b|Optional[.\\[]");

    private static final String CHOSEN = "a longer Password of 2026";
    private static final String TABLES_TOO_WIDE =
            "[...document.querySelectorAll('.h-table')].filter(box => box.scrollWidth > box.clientWidth).length";

    private final OpenTown town;
    private final BrowserContext browser;
    private final Traffic traffic;
    private final String language;
    private final Page page;

    /** What the keys of all words begin with, such as {@code insight}. */
    private static Set<String> prefixes() {
        Set<String> prefixes = new TreeSet<>();
        try {
            for (Resource words :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:words/*_en.properties")) {
                PropertiesLoaderUtils.loadProperties(words)
                        .stringPropertyNames()
                        .forEach(key -> prefixes.add(key.substring(0, key.indexOf('.'))));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return prefixes;
    }

    /** @param signedIn what the browser kept from an earlier sign-in */
    Desk(OpenTown town, Chromium chromium, String language, Optional<String> signedIn) {
        this.town = town;
        this.language = language;
        this.browser = chromium.desk(language, signedIn);
        this.traffic = new Traffic(browser);
        this.page = browser.newPage();
        isWide();
    }

    Page page() {
        return page;
    }

    Traffic traffic() {
        return traffic;
    }

    /** What a later browser needs to be signed in as well. */
    String signedIn() {
        return browser.storageState();
    }

    Response open(String path) {
        return page.navigate(town.console() + path);
    }

    /** Waits until the screen has fetched what it shows. */
    void rests() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    void isWide() {
        page.setViewportSize(1440, 900);
    }

    /** As on a phone held upright. */
    void isNarrow() {
        page.setViewportSize(390, 844);
    }

    /** Waits until this is the page's address. */
    void arrivesAt(String path) {
        page.waitForURL(town.console() + path);
    }

    void signIn(String login, String password) {
        fill("login", login);
        fill("password", password);
        submit();
    }

    /** The administrator comes with the password that was printed, and chooses his own. */
    void comesForTheFirstTime(String generated) {
        open("/");
        arrivesAt("/sign-in");
        Pictures.show(page, "sign-in");
        signIn("admin", generated);
        arrivesAt("/password");
        fill("old", generated);
        fill("fresh", CHOSEN);
        fill("again", CHOSEN);
        submit();
        arrivesAt("/sign-in?left=yes");
        signIn("admin", CHOSEN);
        page.locator("#side nav").waitFor();
        assertThat(traffic.complaints()).isEmpty();
    }

    /** Somebody comes whose password is the one that the administrator has chosen. */
    void comes(String login) {
        open("/sign-in");
        signIn(login, CHOSEN);
        page.locator("#side nav").waitFor();
    }

    /** The status of an address, fetched beside the page by the same session. */
    int fetch(String path) {
        return browser.request().get(town.console() + path).status();
    }

    void fill(String field, String text) {
        page.fill("[name=" + field + "]", text);
    }

    void submit() {
        page.click("main button[type=submit]");
    }

    /** A whole page: answered well, in the right language, with all its words, its tables whole. */
    void opensWell(String path) {
        assertThat(open(path).status()).as(path).isEqualTo(200);
        assertThat(page.getAttribute("html", "lang")).as(path).startsWith(language.substring(0, 2));
        assertThat(MISSING.matcher(page.innerText("body")).results().map(found -> found.group()))
                .as(path)
                .isEmpty();
        showsNoMoreThanFits();
        assertThat(page.evaluate(TABLES_TOO_WIDE)).as(path).isEqualTo(0);
    }

    /** The page as it stands fits a desk and a phone; a picture is taken of both. */
    void fits(String name, BiConsumer<Page, String> taken) {
        showsNoMoreThanFits();
        taken.accept(page, name);
        isNarrow();
        showsNoMoreThanFits();
        taken.accept(page, name + "-narrow");
        isWide();
    }

    /** Nobody has to push the page sideways. */
    void showsNoMoreThanFits() {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("%s is wider than %s", page.url(), page.viewportSize().width)
                .isEqualTo(0);
    }

    @Override
    public void close() {
        browser.close();
    }
}
