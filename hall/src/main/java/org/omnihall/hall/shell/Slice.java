package org.omnihall.hall.shell;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param previous the trail of the page before, empty text for the first; nothing where this is the first
 * @param next the trail of the page after; nothing where this is the last
 */
public record Slice<T>(List<T> rows, Optional<String> previous, Optional<String> next) {

    public Slice {
        rows = List.copyOf(rows);
    }
}
