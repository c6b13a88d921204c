/** One running node: its settings, its directory, its ports, its two web origins and its administration from a shell. */
@ApplicationModule(
        displayName = "node",
        allowedDependencies = {"audit"})
@NullMarked
package org.omnihall.hall.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
