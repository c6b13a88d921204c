/** The one audit trail: who did what to which thing, when and from where. */
@ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"shell"})
@NullMarked
package org.omnihall.hall.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
