package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.Locale;
import org.omnihall.bench.phone.Handset;
import org.omnihall.hall.shell.Languages;
import org.omnihall.hall.shell.Words;

/** A person at the first hotspot with a real browser on a phone. */
final class Visitor implements AutoCloseable {

    private static final Duration DELIVERY = Duration.ofSeconds(20);

    private final OpenTown town;
    private final Handset handset;
    private final BrowserContext browser;
    private final Traffic traffic;
    private final Words words;
    private final Page page;

    Visitor(OpenTown town, Chromium chromium, String number, String language, boolean scripts) {
        this(town, chromium, town.becomes(number), language, scripts);
    }

    /** Somebody whose phone has joined a network already. */
    Visitor(OpenTown town, Chromium chromium, Handset handset, String language, boolean scripts) {
        this.town = town;
        this.handset = handset;
        this.browser = chromium.phone(language, scripts);
        this.traffic = new Traffic(browser);
        this.words = town.hall().bean(Languages.class).in(Locale.forLanguageTag(language));
        this.page = browser.newPage();
    }

    Page page() {
        return page;
    }

    Traffic traffic() {
        return traffic;
    }

    boolean online() {
        return town.visited().online(handset);
    }

    void probe() {
        page.navigate(town.visited().gateway() + "hotspot-detect.html");
    }

    void giveNumber() {
        page.fill("#number", handset.number());
        page.click("main form button");
    }

    /** The code of the message with this place in the inbox. */
    String code(int message) throws InterruptedException {
        return town.inbox().code(handset.number(), message, DELIVERY).orElseThrow();
    }

    void giveCode(String code) {
        page.fill("#code", code);
        page.click("main form button");
    }

    void logOut() {
        page.click("form[action$='/logout'] button");
    }

    /** Waits until the page with this heading is shown. */
    void sees(String key) {
        page.locator("h1", new Page.LocatorOptions().setHasText(words.get(key))).waitFor();
        assertThat(page.title()).isEqualTo(words.get(key));
    }

    /** The page says this in its notice. */
    void isTold(String key) {
        assertThat(page.textContent("[role=alert]")).isEqualTo(words.get(key));
    }

    /** Nothing is left in the browser. */
    void carriesNothing() {
        assertThat(browser.cookies()).extracting((Cookie cookie) -> cookie.name).isEmpty();
        assertThat(browser.storageState()).contains("\"origins\":[]");
    }

    @Override
    public void close() {
        browser.close();
        town.visited().leave(handset);
    }
}
