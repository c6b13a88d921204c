/** Every contact with a customer in one log, and the customer card that all touchpoints share. */
@ApplicationModule(
        displayName = "interaction",
        allowedDependencies = {"node", "database", "vault", "audit", "shell", "intake", "openapi", "party", "channel"})
@NullMarked
package org.omnihall.hall.interaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
