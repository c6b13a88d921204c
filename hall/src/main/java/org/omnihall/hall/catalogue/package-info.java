/** Business and products: what is offered at what price, of what type a business is, and which channel may complete it. */
@ApplicationModule(
        displayName = "catalogue",
        allowedDependencies = {"node", "database", "vault", "audit", "shell", "intake", "openapi", "party", "channel"})
@NullMarked
package org.omnihall.hall.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
