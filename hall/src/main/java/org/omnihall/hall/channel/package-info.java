/** Sales channels: which there are, of what kind, where, when and how much they carry. */
@ApplicationModule(
        displayName = "channel",
        allowedDependencies = {"node", "database", "vault", "audit", "shell", "intake", "openapi", "party"})
@NullMarked
package org.omnihall.hall.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
