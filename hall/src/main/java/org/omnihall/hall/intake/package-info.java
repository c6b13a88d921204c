/** Imports with dry run, progress and error file; exports. */
@ApplicationModule(
        displayName = "intake",
        allowedDependencies = {"node", "database", "audit", "shell"})
@NullMarked
package org.omnihall.hall.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
