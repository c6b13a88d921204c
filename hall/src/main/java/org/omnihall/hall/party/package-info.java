/** Persons, companies, subscribers and their numbers, consent, Areas, grids, staff and sign-in. */
@ApplicationModule(
        displayName = "party",
        allowedDependencies = {"node", "database", "vault", "audit", "shell", "intake", "openapi"})
@NullMarked
package org.omnihall.hall.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
