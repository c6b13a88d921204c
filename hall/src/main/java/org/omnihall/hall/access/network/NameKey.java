package org.omnihall.hall.access.network;

import java.util.List;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.shell.Paging;

/** The place of a row in a list that is ordered by name, octet by octet, and id. */
final class NameKey {

    private NameKey() {}

    static List<String> of(String name, long id) {
        return List.of(name, Long.toString(id));
    }

    /** Goes on behind the row that the page's address names, if it names one. {@code alias} ends with a dot or is empty. */
    static Conditions after(Conditions asked, Paging paging, String alias) {
        paging.after()
                .filter(key -> key.size() == 2 && key.getLast().matches("\\d{1,18}"))
                .ifPresent(
                        key -> asked.and("(%1$sname collate \"C\", %1$sid) > (:afterName, :afterId)".formatted(alias))
                                .with("afterName", key.getFirst())
                                .with("afterId", Long.parseLong(key.getLast())));
        return asked;
    }

    /** Names that begin so; empty text asks for nothing. */
    static Conditions beginning(Conditions asked, String typed, String alias) {
        String prefix = typed.strip();
        return prefix.isEmpty()
                ? asked
                : asked.and(
                                "%1$sname collate \"C\" >= :prefix and %1$sname collate \"C\" < :prefixEnd"
                                        .formatted(alias),
                                "prefix",
                                prefix)
                        .with("prefixEnd", prefix + "\uffff");
    }
}
