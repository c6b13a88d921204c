/** Roaming between operators: realms and their home servers, and the peers who ask over RadSec (RFC 6614). */
@NullMarked
package org.omnihall.hall.access.roaming;

import org.jspecify.annotations.NullMarked;
