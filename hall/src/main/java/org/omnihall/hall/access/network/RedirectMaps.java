package org.omnihall.hall.access.network;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The redirect maps there are, for forms. */
@Component
public class RedirectMaps {

    private final NetworkTables tables;

    RedirectMaps(NetworkTables tables) {
        this.tables = tables;
    }

    /** In the order of names. */
    public List<RedirectMap> all() {
        return tables.redirectMaps().values().stream()
                .sorted(Comparator.comparing(RedirectMap::name))
                .toList();
    }
}
