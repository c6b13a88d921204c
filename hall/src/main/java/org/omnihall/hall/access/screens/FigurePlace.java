package org.omnihall.hall.access.screens;

import java.util.List;
import org.omnihall.hall.access.network.Scope;

/**
 * Where figures are looked at.
 *
 * @param chain the scopes that count there, outermost first; the last is the place's own
 */
public record FigurePlace(Scope scope, String areaPath, String name, List<Scope> chain) {

    public FigurePlace {
        chain = List.copyOf(chain);
    }
}
