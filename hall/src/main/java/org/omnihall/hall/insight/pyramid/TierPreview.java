package org.omnihall.hall.insight.pyramid;

import java.util.List;

/**
 * What a draft would bring with the values in force.
 *
 * @param moves against the borders in force
 */
public record TierPreview(List<TierLine> lines, Moves moves) {

    public TierPreview {
        lines = List.copyOf(lines);
    }
}
