/** Keys and encryption: what is kept secret at rest, and the proofs that this operator alone can make. */
@ApplicationModule(
        displayName = "vault",
        allowedDependencies = {"node"})
@NullMarked
package org.omnihall.hall.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
