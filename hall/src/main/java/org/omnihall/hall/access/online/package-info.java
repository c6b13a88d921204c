/** Bringing an attempt online through the Portal protocol, and hearing from RADIUS how it ended. */
@NullMarked
package org.omnihall.hall.access.online;

import org.jspecify.annotations.NullMarked;
