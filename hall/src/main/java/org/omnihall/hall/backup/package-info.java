/** The whole hall in one file, written while it works and read back into it (access-rules.md rule 22, ADR 0030). */
@ApplicationModule(
        displayName = "backup",
        allowedDependencies = {"node", "vault", "audit"})
@NullMarked
package org.omnihall.hall.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
