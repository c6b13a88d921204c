/** What customers are worth: their monthly spend, value and tier, and the pyramid that the tiers form. */
@ApplicationModule(
        displayName = "insight",
        allowedDependencies = {"node", "database", "audit", "shell", "intake", "party", "interaction"})
@NullMarked
package org.omnihall.hall.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
