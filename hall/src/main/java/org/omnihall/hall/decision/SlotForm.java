package org.omnihall.hall.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnihall.hall.catalogue.Offerings;

/** The form of a slot item: what was typed becomes an item, or it is said what is wrong. */
record SlotForm(Map<String, String> fields, List<String> places, List<String> bands) {

    static final List<String> PICTURES = List.of("city", "speed", "care");

    private static final String CODE = "[a-z0-9][a-z0-9-]{0,39}";
    private static final String AREA = "/([a-z0-9-]{1,20}/){0,6}";

    SlotForm {
        fields = Map.copyOf(fields);
    }

    /** The key of what is wrong; nothing where the form is a good one. */
    Optional<String> problem(Offerings offerings) {
        if (!text("code").matches(CODE)) {
            return Optional.of("CODE");
        }
        if (List.of("titleZh", "titleEn").stream().anyMatch(name -> isNone(name, 40))
                || List.of("textZh", "textEn").stream().anyMatch(name -> isNone(name, 120))) {
            return Optional.of("TEXT");
        }
        if (!text("weight").matches("[1-9]\\d{0,2}|1000")) {
            return Optional.of("WEIGHT");
        }
        if (!text("area").matches(AREA) || placesAsked().isEmpty() || !PICTURES.contains(text("picture"))) {
            return Optional.of("PLACE");
        }
        return offering().filter(code -> offerings.find(code).isEmpty()).map(code -> "OFFERING");
    }

    /** The item, where there is no problem: a draft, or the one before with what was typed. */
    SlotItem item(Optional<SlotItem> before) {
        return new SlotItem(
                0,
                text("code"),
                offering(),
                new SlotItem.Words(text("titleZh"), text("titleEn"), text("textZh"), text("textEn")),
                text("picture"),
                placesAsked(),
                Arrays.stream(CustomerBand.values())
                        .filter(band -> bands.contains(band.name()))
                        .collect(Collectors.toSet()),
                text("area"),
                Integer.parseInt(text("weight")),
                before.map(SlotItem::state).orElse(SlotItem.State.DRAFT),
                before.flatMap(SlotItem::from),
                before.flatMap(SlotItem::until));
    }

    String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    private Optional<String> offering() {
        return Optional.of(text("offering")).filter(code -> !code.isEmpty());
    }

    private Set<SlotPlace> placesAsked() {
        return Arrays.stream(SlotPlace.values())
                .filter(place -> places.contains(place.name()))
                .collect(Collectors.toSet());
    }

    private boolean isNone(String name, int longest) {
        return text(name).isEmpty() || text(name).length() > longest;
    }
}
