package org.omnihall.hall.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of a bundle as people type them: {@code business-wlan, enterprise-sms*2}. */
final class BundleText {

    private static final int MOST_PARTS = 20;
    private static final Pattern PART = Pattern.compile("([a-z0-9][a-z0-9-]{0,39})(?:\\*([1-9]\\d{0,2}|1000))?");

    private BundleText() {}

    /** Empty text is no bundle; nothing where the text cannot be read. */
    static Optional<List<BundlePart>> read(String text) {
        List<BundlePart> parts = new ArrayList<>();
        for (String typed : text.isBlank() ? List.<String>of() : List.of(text.split("[,\\s]+", MOST_PARTS + 1))) {
            Matcher part = PART.matcher(typed);
            if (!part.matches() || parts.size() == MOST_PARTS) {
                return Optional.empty();
            }
            parts.add(new BundlePart(part.group(1), part.group(2) == null ? 1 : Integer.parseInt(part.group(2))));
        }
        return Optional.of(parts);
    }

    static String of(List<BundlePart> parts) {
        return parts.stream()
                .map(part -> part.quantity() == 1 ? part.offering() : part.offering() + "*" + part.quantity())
                .collect(Collectors.joining(", "));
    }
}
