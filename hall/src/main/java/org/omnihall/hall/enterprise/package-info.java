/** The enterprise hall: companies try, order, pay and query by themselves, and look after their people and their own Wi-Fi. */
@ApplicationModule(
        displayName = "enterprise",
        allowedDependencies = {
            "node",
            "database",
            "vault",
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
package org.omnihall.hall.enterprise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
