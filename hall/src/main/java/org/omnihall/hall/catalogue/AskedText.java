package org.omnihall.hall.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Questions as a file says them: {@code code:TYPE:required:name:English name:choices}, questions apart by {@code |} and choices by {@code /};
 * the third field is empty for what may stay unanswered, and the last is given for choices only.
 */
final class AskedText {

    private static final int MOST = 30;

    private AskedText() {}

    /** Nothing where the text cannot be read. */
    static Optional<List<Characteristic>> read(String text) {
        List<Characteristic> asked = new ArrayList<>();
        for (String question : text.isBlank() ? List.<String>of() : List.of(text.split("\\|", MOST + 1))) {
            Optional<Characteristic> read = one(question.strip().split(":", -1));
            if (read.isEmpty() || asked.size() == MOST) {
                return Optional.empty();
            }
            asked.add(read.get());
        }
        return Optional.of(asked);
    }

    static String of(List<Characteristic> asked) {
        return asked.stream().map(AskedText::text).collect(Collectors.joining("|"));
    }

    private static Optional<Characteristic> one(String[] fields) {
        if (fields.length < 5 || fields.length > 6 || !List.of("", "required").contains(fields[2])) {
            return Optional.empty();
        }
        List<String> choices = fields.length == 6 ? List.of(fields[5].split("/", MOST)) : List.of();
        return Arrays.stream(Characteristic.Type.values())
                .filter(type -> type.name().equals(fields[1]))
                .map(type -> new Characteristic(fields[0], fields[3], fields[4], type, !fields[2].isEmpty(), choices))
                .filter(Characteristic::isSound)
                .findFirst();
    }

    private static String text(Characteristic one) {
        String line = String.join(
                ":", one.code(), one.type().name(), one.required() ? "required" : "", one.name(), one.englishName());
        return one.choices().isEmpty() ? line : line + ":" + String.join("/", one.choices());
    }
}
