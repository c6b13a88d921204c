package org.omnihall.bench.phone;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.omnihall.bench.phone.GaveUp.Reason;

/** A person with a phone at a hotspot: opens the page that pops up, types the number, reads the code, goes online. */
public final class Traveller implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration DELIVERY = Duration.ofSeconds(20);
    private static final Duration PROBE_EVERY = Duration.ofMillis(50);

    private final Handset handset;
    private final URI gateway;
    private final SSLContext trust;
    private final Inbox inbox;
    private Browser browser;

    /** @param gateway where the controller takes the phone's plain HTTP */
    public Traveller(Handset handset, URI gateway, SSLContext trust, Inbox inbox) {
        this.handset = handset;
        this.gateway = gateway;
        this.trust = trust;
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
        return browser.open(probed());
    }

    /** What the network says to a phone that DHCP told where to ask. */
    public Captivity asks(URI api) throws InterruptedException {
        return Captivity.of(browser.look(api, Captivity.TYPE));
    }

    /** The same without opening a page: whether the network lets the phone through. */
    public boolean passes() throws InterruptedException {
        return through(browser);
    }

    private URI probed() {
        return gateway.resolve("/hotspot-detect.html");
    }

    /** The mini-browser is closed, and another one knows nothing of it. */
    public void reopen() {
        browser.close();
        browser = new Browser(handset, trust);
    }

    /** Types the number on the first page and sends it. */
    public Page giveNumber(Page numberPage) throws InterruptedException {
        return browser.submit(form(numberPage, "number", Reason.PAGE_REFUSED).fill("number", handset.number()));
    }

    /** Reads the code that came as the message with this number, counted from 0, and sends it. */
    public Page giveCode(Page codePage, int message) throws InterruptedException {
        Form asked = form(codePage, "code", Reason.NUMBER_REFUSED);
        String code = inbox.code(handset.number(), message, DELIVERY)
                .orElseThrow(() -> new GaveUp(Reason.NO_CODE, "no code came in " + DELIVERY.toSeconds() + " s"));
        return browser.submit(asked.fill("code", code));
    }

    /** The whole of a visit, as far as the page that says the phone is online. */
    public Page login() throws InterruptedException {
        return login(0);
    }

    /**
     * The same by somebody patient.
     *
     * @param retries how often "try again" is pressed when the page says that the login failed
     */
    public Page login(int retries) throws InterruptedException {
        int before = inbox.size(handset.number());
        Page page = probe();
        if (page.formWith("number").isPresent()) {
            page = giveCode(giveNumber(page), before);
        }
        return online(page, retries);
    }

    /** The mini-browser is closed while the code is on its way; the next one is led back to where the first one was. */
    public Page loginAfterClosing(int retries) throws InterruptedException {
        int before = inbox.size(handset.number());
        Page page = probe();
        if (page.formWith("number").isPresent()) {
            page = giveNumber(page);
            reopen();
            page = giveCode(page.formWith("code").isPresent() ? probe() : page, before);
        }
        return online(page, retries);
    }

    /** The phone closes its browser by itself the moment its own probe gets through, whatever the page is about to do (access rule 27). */
    public void loginClosingAtOnce(int retries) throws InterruptedException {
        FutureTask<Page> hand = new FutureTask<>(() -> login(retries));
        try (Browser system = new Browser(handset, trust)) {
            Thread.startVirtualThread(hand);
            while (!through(system) && !hand.isDone()) {
                Thread.sleep(PROBE_EVERY);
            }
            if (!hand.isDone() || hand.state() == Future.State.SUCCESS) {
                return;
            }
            throw hand.exceptionNow() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(hand.exceptionNow());
        } finally {
            browser.close();
            hand.cancel(true);
        }
    }

    private boolean through(Browser by) throws InterruptedException {
        return by.look(probed()).text().contains("Success");
    }

    private Page online(Page first, int retries) throws InterruptedException {
        Page page = settle(first, shown -> isOnline(shown) || failed(shown));
        for (int retry = 0; failed(page) && retry < retries; retry++) {
            page = settle(
                    browser.submit(page.formTo("/retry").orElseThrow()), shown -> isOnline(shown) || failed(shown));
        }
        if (failed(page)) {
            throw new GaveUp(Reason.LOGIN_FAILED, page.text());
        }
        return page;
    }

    /** Follows what the page does by itself until it is as awaited. */
    public Page settle(Page first, Predicate<Page> awaited) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Page page = first;
        while (!awaited.test(page)) {
            Optional<Page.Refresh> refresh = page.refresh();
            if (refresh.isEmpty() || System.nanoTime() > deadline) {
                Reason reason = page.formWith("code").isPresent() ? Reason.CODE_REFUSED : Reason.STUCK;
                throw new GaveUp(reason, "stuck at " + page.address() + ": " + page.text());
            }
            Thread.sleep(refresh.get().after());
            page = browser.open(refresh.get().to());
        }
        return page;
    }

    /** Waits until the network really lets the phone through, as a person does who sees "online" and tries. */
    public void confirm(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!passes()) {
            if (System.nanoTime() > deadline) {
                throw new GaveUp(Reason.NETWORK_CLOSED, "the network is not open after " + patience.toSeconds() + " s");
            }
            Thread.sleep(PROBE_EVERY);
        }
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

    /** The page that says why it did not work, and offers to try again. */
    public static boolean failed(Page page) {
        return page.formTo("/retry").isPresent() && page.refresh().isEmpty();
    }

    private static Form form(Page page, String field, Reason otherwise) {
        return page.formWith(field)
                .orElseThrow(() ->
                        new GaveUp(otherwise, "no field " + field + " on " + page.address() + ": " + page.text()));
    }

    @Override
    public void close() {
        browser.close();
    }
}
