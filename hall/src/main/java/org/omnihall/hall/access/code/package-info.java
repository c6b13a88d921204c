/** The six digits sent by SMS, and the limits that keep them from being guessed or sent in floods. */
@NullMarked
package org.omnihall.hall.access.code;

import org.jspecify.annotations.NullMarked;
