package org.omnihall.hall.party.staff;

import java.util.Set;
import org.omnihall.hall.shell.Right;

/** A named set of rights. */
public record Role(String name, Set<Right> rights) {

    public Role {
        rights = Set.copyOf(rights);
    }
}
