/** The login pages that owners of Venues make: versions, logos, colours that can be read, and which of them visitors see. */
@NullMarked
package org.omnihall.hall.access.look;

import org.jspecify.annotations.NullMarked;
