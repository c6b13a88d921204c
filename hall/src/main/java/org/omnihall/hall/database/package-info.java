/** The PostgreSQL server inside or outside the process, its schemas and their upgrades. */
@ApplicationModule(
        displayName = "database",
        allowedDependencies = {"node"})
@NullMarked
package org.omnihall.hall.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
