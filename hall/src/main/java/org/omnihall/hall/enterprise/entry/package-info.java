/** How people come into the enterprise hall: sign-up by a proved phone, sign-in, passwords and the way out. */
@NullMarked
package org.omnihall.hall.enterprise.entry;

import org.jspecify.annotations.NullMarked;
