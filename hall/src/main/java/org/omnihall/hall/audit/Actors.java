package org.omnihall.hall.audit;

import java.util.Collection;

/** Who acts for a part of the operator: each module that knows people or programs tells those of its own. */
@FunctionalInterface
public interface Actors {

    /** The names under which those of an Area stand in the trail, its sub-Areas included. */
    Collection<String> within(String areaPath);
}
