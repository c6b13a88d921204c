package org.omnihall.bench.phone;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/** A person with a phone at a hotspot: opens the page that pops up, types the number, reads the code, goes online. */
public final class Traveller implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration DELIVERY = Duration.ofSeconds(20);

    private final Handset handset;
    private final URI gateway;
    private final Inbox inbox;
    private final Browser browser;

    /** @param gateway where the controller takes the phone's plain HTTP */
    public Traveller(Handset handset, URI gateway, SSLContext trust, Inbox inbox) {
        this.handset = handset;
        this.gateway = gateway;
        this.inbox = inbox;
        this.browser = new Browser(handset, trust);
    }

    public Handset handset() {
        return handset;
    }

    public Browser browser() {
        return browser;
    }

    /** The phone's probe, and whatever page the network shows instead. */
    public Page probe() throws InterruptedException {
        return browser.open(gateway.resolve("/hotspot-detect.html"));
    }

    /** Types the number on the first page and sends it. */
    public Page giveNumber(Page numberPage) throws InterruptedException {
        return browser.submit(form(numberPage, "number").fill("number", handset.number()));
    }

    /** Reads the code that came as the message with this number, counted from 0, and sends it. */
    public Page giveCode(Page codePage, int message) throws InterruptedException {
        Form asked = form(codePage, "code");
        String code = inbox.code(handset.number(), message, DELIVERY)
                .orElseThrow(() -> new IllegalStateException("no code came in " + DELIVERY.toSeconds() + " s"));
        return browser.submit(asked.fill("code", code));
    }

    /** The whole of a first visit, as far as the page that says the phone is online. */
    public Page login() throws InterruptedException {
        int before = inbox.size(handset.number());
        Page page = probe();
        if (page.formWith("number").isPresent()) {
            page = giveCode(giveNumber(page), before);
        }
        return settle(page, Traveller::isOnline);
    }

    /** Follows what the page does by itself until it is as awaited. */
    public Page settle(Page first, Predicate<Page> awaited) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Page page = first;
        while (!awaited.test(page)) {
            Optional<Page.Refresh> refresh = page.refresh();
            if (refresh.isEmpty() || System.nanoTime() > deadline) {
                throw new IllegalStateException("stuck at " + page.address() + ": " + page.text());
            }
            Thread.sleep(refresh.get().after());
            page = browser.open(refresh.get().to());
        }
        return page;
    }

    public Page logout(Page successPage) throws InterruptedException {
        return browser.submit(successPage
                .formTo("/logout")
                .orElseThrow(() -> new IllegalStateException("no way to log out on " + successPage.address())));
    }

    /** The success page is the one that offers to log out. */
    public static boolean isOnline(Page page) {
        return page.formTo("/logout").isPresent();
    }

    private static Form form(Page page, String field) {
        return page.formWith(field)
                .orElseThrow(() ->
                        new IllegalStateException("no field " + field + " on " + page.address() + ": " + page.text()));
    }

    @Override
    public void close() {
        browser.close();
    }
}
