/** Carts, quotes and orders, what makes them real step by step, and the products that came of them. */
@ApplicationModule(
        displayName = "ordering",
        allowedDependencies = {
            "node",
            "database",
            "vault",
            "audit",
            "shell",
            "intake",
            "openapi",
            "party",
            "channel",
            "catalogue",
            "interaction",
            "messaging"
        })
@NullMarked
package org.omnihall.hall.ordering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
