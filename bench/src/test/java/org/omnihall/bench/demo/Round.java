package org.omnihall.bench.demo;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Somebody who follows every link of a hall and looks at each kind of page once, at a desk and on a phone. */
final class Round {

    /** What tells pages of one kind apart: identifiers, numbers, and the codes that follow a list's name. */
    private static final Pattern OF_ONE = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/(?:offerings|channels|businesses|roles|staff|cashiers|redirect-maps)/)(?!new\\b)[^/]+|\\d+");

    private static final Pattern NO_PAGE =
            Pattern.compile("[?&]lang=|sign-out|\\.csv|\\.json|/export|^/enterprise/wifi/.*/view");

    /** What customers, channels, orders and companies have to do with; the network's screens have pictures of their own. */
    private static final Pattern OF_CUSTOMERS =
            Pattern.compile("^/(enterprise|companies|persons|grids|tier-rules|duplicates|merges|channels"
                    + "|business|diversion|contact|journeys|cards|notices|pyramid|slots|offerings|orders|products|bills|cashiers|interfaces"
                    + "|deliveries|intake$|intake/companies)");

    private final Desk desk;
    private final String within;
    private final String suffix;
    private final Map<String, String> seen = new LinkedHashMap<>();

    /**
     * @param within where its paths begin; links that lead out of there are not followed
     * @param suffix of the names of pictures, such as {@code -en}
     */
    Round(Desk desk, String within, String suffix) {
        this.desk = desk;
        this.within = within;
        this.suffix = suffix;
    }

    /** Every kind of page that can be reached by links, with the first address of each. */
    Map<String, String> walk() {
        Deque<String> ahead = new ArrayDeque<>(Set.of(within));
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            if (seen.putIfAbsent(kind(path), path) == null) {
                look(path);
                ahead.addAll(links());
            }
        }
        return seen;
    }

    private void look(String path) {
        String name = kind(path).substring(1).replace("*", "one").replace('/', '-') + suffix;
        desk.opensWell(path);
        desk.fits(name, OF_CUSTOMERS.matcher(path).find() ? Pictures::screen : Pictures::keep);
    }

    private Collection<String> links() {
        Object found = desk.page()
                .locator("a[href^='" + within + "']")
                .evaluateAll("links => links.map(link => link.getAttribute('href').replace(/#.*/, ''))");
        return ((Collection<?>) found)
                .stream()
                        .map(String.class::cast)
                        .filter(path -> !NO_PAGE.matcher(path).find())
                        .toList();
    }

    /** What pages of one kind have in common of their paths. */
    static String kind(String path) {
        return OF_ONE.matcher(path.replaceFirst("\\?.*", "")).replaceAll("*");
    }
}
