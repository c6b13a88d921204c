/** What controllers are asked about running sessions (RFC 5176): to end one, to change its terms, and both for many; and what became of it. */
@NullMarked
package org.omnihall.hall.access.dynamic;

import org.jspecify.annotations.NullMarked;
