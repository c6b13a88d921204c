/** The operator's dashboard and the clerk desk, on top of all modules. */
@ApplicationModule(
        displayName = "console",
        allowedDependencies = {
            "node",
            "database",
            "audit",
            "shell",
            "party",
            "channel",
            "catalogue",
            "interaction",
            "messaging",
            "ordering",
            "decision",
            "access"
        })
@NullMarked
package org.omnihall.hall.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
