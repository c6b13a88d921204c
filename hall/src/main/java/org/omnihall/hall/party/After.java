package org.omnihall.hall.party;

import java.util.List;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.shell.Paging;

/** A list that goes on behind a row, which the page's address names by its id alone: no name or number travels there. */
public final class After {

    private After() {}

    public static List<String> of(long id) {
        return List.of(Long.toString(id));
    }

    /** Adds the condition, whose {@code :after} is the id, where the page is not the first. */
    public static void row(Paging paging, Conditions asked, String condition) {
        paging.after()
                .map(List::getFirst)
                .filter(text -> text.matches("\\d{1,18}"))
                .ifPresent(text -> asked.and(condition, "after", Long.parseLong(text)));
    }
}
