package org.omnihall.bench.demo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.omnihall.hall.shell.Right;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Somebody of the staff who follows every link and presses every button that he sees, one of a kind, and notes what is dead, what errs, and what leads
 * where he may not go. What a button would change is not changed: the request is held back, and has to be one that somebody serves and his rights
 * allow.
 */
final class Inspector implements AutoCloseable {

    private static final int HELD_BACK = 204;
    private static final int GOOD = 200;
    private static final int FORBIDDEN = 403;
    private static final double QUICK = 2_000;

    /** Files are fetched and not looked at. */
    private static final Pattern FILE = Pattern.compile("\\.(csv|json|txt|svg|png|pdf|xlsx)(\\?|$)|/export");

    /** The session goes on, in its language. */
    private static final Pattern NOT_FOLLOWED = Pattern.compile("[?&]lang=|^/sign-out");

    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");
    private static final String SENDS_WHAT_IT_HOLDS =
            "document.querySelectorAll('form').forEach(form => form.noValidate = true)";
    private static final String WATCH = """
            window.happened = 0;
            new MutationObserver(() => window.happened++).observe(document,
                {subtree: true, childList: true, attributes: true, characterData: true})""";

    private final Desk desk;
    private final Set<Right> rights;
    private final Roads roads;
    private final Set<String> kinds = new HashSet<>();
    private final Set<String> links = new LinkedHashSet<>();
    private final Set<String> buttons = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> heldBack = new ArrayList<>();

    Inspector(OpenTown town, Chromium chromium, Set<Right> rights, String login) {
        this.desk = new Desk(town, chromium, "en-US", Optional.empty());
        this.rights = rights;
        this.roads = new Roads(town.hall());
        desk.comes(login);
        desk.page().route("**/*", this::holdBack);
    }

    int pages() {
        return kinds.size();
    }

    int links() {
        return links.size();
    }

    int pressed() {
        return buttons.size();
    }

    /** What is wrong, each with the page that it is on. */
    List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        all.addAll(desk.traffic().complaints());
        return all;
    }

    void walk() {
        Deque<String> ahead = new ArrayDeque<>(List.of("/"));
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            if (!NOT_FOLLOWED.matcher(path).find() && links.add(path)) {
                ahead.addAll(follow(path));
            }
        }
        asksForWhatHeMayNotSee();
    }

    private Collection<String> follow(String path) {
        if (FILE.matcher(path).find() || !kinds.add(kind(path))) {
            fetch(path);
            return List.of();
        }
        Response page = desk.open(path);
        if (page.status() != GOOD) {
            fault(path, "answers " + page.status());
            return List.of();
        }
        if (!rights.contains(Right.NUMBER_SEE)
                && NUMBER.matcher(desk.page().innerText("body")).find()) {
            fault(path, "shows a whole number");
        }
        Collection<String> found = found();
        press(path);
        return found;
    }

    /** Another page of a kind is not looked at, but it has to be there. */
    private void fetch(String path) {
        int status = desk.fetch(path);
        if (status != GOOD) {
            fault(path, "answers " + status);
        }
    }

    private Collection<String> found() {
        Object hrefs = desk.page()
                .locator("a[href^='/']")
                .evaluateAll("links => links.map(link => link.getAttribute('href').replace(/#.*/, ''))");
        return ((Collection<?>) hrefs).stream().map(String.class::cast).toList();
    }

    private void press(String path) {
        ready();
        Locator all = desk.page().locator("button:visible");
        for (int number = 0; number < all.count(); number++) {
            Locator button = all.nth(number);
            String name = kind(path) + " " + said(button);
            if (buttons.add(name)) {
                try {
                    press(path, button, name);
                } catch (PlaywrightException stuck) {
                    fault(
                            path,
                            name + " cannot be pressed: "
                                    + stuck.toString().lines().findFirst().orElse(""));
                    desk.open(path);
                    ready();
                }
            }
        }
    }

    private void ready() {
        desk.page().evaluate(SENDS_WHAT_IT_HOLDS);
        desk.page().evaluate(WATCH);
    }

    private static String said(Locator button) {
        String id = Optional.ofNullable(button.getAttribute("data-open")).orElse("");
        String title = Optional.ofNullable(button.getAttribute("aria-label")).orElse("");
        return (button.innerText() + " " + title + " " + id.replaceAll("\\d+|[0-9a-f]{8}-[0-9a-f-]{27}", "*")).strip();
    }

    private void press(String path, Locator button, String name) {
        heldBack.clear();
        String before = desk.page().url();
        if (button.getAttribute("data-open") != null) {
            opens(path, button, name);
            return;
        }
        Object happened = desk.page().evaluate("window.happened");
        button.click(new Locator.ClickOptions().setTimeout(QUICK));
        if (!follows(before, happened)) {
            fault(path, name + " is dead");
        }
        allowed(path, name);
        if (!before.equals(desk.page().url())) {
            desk.open(path);
            ready();
        }
    }

    /** A question: its buttons are pressed too, and it goes away again. */
    private void opens(String path, Locator button, String name) {
        button.click(new Locator.ClickOptions().setTimeout(QUICK));
        Locator dialog = desk.page().locator("dialog[open]");
        if (dialog.count() != 1) {
            fault(path, name + " opens nothing");
            return;
        }
        Locator submit = dialog.locator("button[type=submit]");
        for (int number = 0; number < submit.count(); number++) {
            submit.nth(number).click(new Locator.ClickOptions().setTimeout(QUICK));
            if (!waitsFor(() -> !heldBack.isEmpty())) {
                fault(path, name + ": what it asks is sent nowhere");
            }
            allowed(path, name);
            heldBack.clear();
        }
        dialog.locator("[data-close]").first().click(new Locator.ClickOptions().setTimeout(QUICK));
        if (dialog.count() != 0) {
            fault(path, name + " does not close");
        }
    }

    /** Something is sent, another page comes, or the page changes. */
    private boolean follows(String before, Object happened) {
        return waitsFor(() -> !heldBack.isEmpty()
                || !desk.page().url().equals(before)
                || !happened.equals(desk.page().evaluate("window.happened")));
    }

    private boolean waitsFor(BooleanSupplier sign) {
        try {
            desk.page().waitForCondition(sign, new Page.WaitForConditionOptions().setTimeout(QUICK));
            return true;
        } catch (PlaywrightException nothing) {
            return false;
        }
    }

    private void holdBack(Route route) {
        Request request = route.request();
        if (request.method().equals("GET")) {
            route.resume();
        } else {
            heldBack.add(URI.create(request.url()).getPath());
            route.fulfill(new Route.FulfillOptions().setStatus(HELD_BACK));
        }
    }

    /** What was held back is something that is served, and that he may ask for. */
    private void allowed(String path, String name) {
        for (String to : heldBack) {
            Optional<Set<Right>> demanded = roads.demanded(RequestMethod.POST, to);
            if (demanded.isEmpty() && !to.equals("/sign-out")) {
                fault(path, name + " is sent to " + to + ", which nobody serves");
            } else if (!rights.containsAll(demanded.orElse(Set.of()))) {
                fault(path, name + " is sent to " + to + ", which he may not ask for");
            }
        }
    }

    /** By the addresses that the console's controllers declare, without the ones of a single thing. */
    private void asksForWhatHeMayNotSee() {
        roads.closedTo(rights).stream()
                .filter(path -> desk.fetch(path) != FORBIDDEN)
                .forEach(path -> fault(path, "is shown though he may not see it"));
    }

    private static String kind(String path) {
        return Round.kind(path);
    }

    private void fault(String path, String what) {
        faults.add(path + ": " + what);
    }

    @Override
    public void close() {
        desk.close();
    }
}
