/** The operator's dashboard and search, on top of all modules. */
@ApplicationModule(
        displayName = "console",
        allowedDependencies = {"node", "database", "audit", "shell", "party", "messaging", "access"})
@NullMarked
package org.omnihall.hall.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
