/** The wireless city: venues, access controllers, login pages, codes, bindings, RADIUS and sessions. */
@ApplicationModule(
        displayName = "access",
        allowedDependencies = {
            "node",
            "database",
            "vault",
            "audit",
            "shell",
            "intake",
            "party",
            "channel",
            "interaction",
            "messaging",
            "ordering",
            "decision"
        })
@NullMarked
package org.omnihall.hall.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
