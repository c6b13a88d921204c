package org.omnihall.bench.demo;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** What a browser fetched. */
final class Traffic {

    private final List<Request> done = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Traffic(BrowserContext context) {
        context.onRequestFinished(done::add);
        context.onConsoleMessage(said -> {
            if (said.type().equals("error") || said.type().equals("warning")) {
                complaints.add(said.page().url() + ": " + said.text());
            }
        });
        context.onWebError(thrown -> complaints.add(thrown.error()));
    }

    Set<String> hosts() {
        return done.stream()
                .map(request -> URI.create(request.url()))
                .filter(address -> !String.valueOf(address.getScheme()).equals("data"))
                .map(URI::getHost)
                .collect(Collectors.toSet());
    }

    /** Octets of each page with everything it fetched. */
    List<Integer> weights() {
        List<Integer> pages = new ArrayList<>();
        for (Request request : done) {
            if (request.isNavigationRequest()) {
                pages.add(0);
            }
            if (!pages.isEmpty()) {
                pages.set(pages.size() - 1, pages.getLast() + request.sizes().responseBodySize);
            }
        }
        return pages;
    }

    /** What the browser's console had to say against the pages. */
    List<String> complaints() {
        return complaints;
    }
}
