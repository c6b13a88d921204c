/** One decision for every touchpoint: who is steered to which channel, and what a slot shows. */
@ApplicationModule(
        displayName = "decision",
        allowedDependencies = {
            "node",
            "database",
            "vault",
            "audit",
            "shell",
            "openapi",
            "party",
            "channel",
            "catalogue",
            "interaction"
        })
@NullMarked
package org.omnihall.hall.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
