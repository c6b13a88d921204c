/** The TM Forum Open APIs: a module declares a resource, and it is served, filtered, patched and announced like every other. */
@ApplicationModule(
        displayName = "openapi",
        allowedDependencies = {"node", "database", "vault", "audit", "shell"})
@NullMarked
package org.omnihall.hall.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
