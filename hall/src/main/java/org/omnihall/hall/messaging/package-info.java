/** Messages to people: gateways, sending, receipts and the gate that every message passes. */
@ApplicationModule(
        displayName = "messaging",
        allowedDependencies = {
            "node",
            "database",
            "vault",
            "audit",
            "shell",
            "intake",
            "party",
            "channel",
            "interaction"
        })
@NullMarked
package org.omnihall.hall.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
