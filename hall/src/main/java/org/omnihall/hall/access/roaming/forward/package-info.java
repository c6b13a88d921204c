/** Forwards requests of roaming people to the home server of their realm, and what it says back, kept within bounds. */
@NullMarked
package org.omnihall.hall.access.roaming.forward;

import org.jspecify.annotations.NullMarked;
