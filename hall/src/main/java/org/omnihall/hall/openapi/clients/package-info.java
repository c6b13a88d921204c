/** The programs that may use the interfaces: their tokens, rights, Areas and channels. */
@NullMarked
package org.omnihall.hall.openapi.clients;

import org.jspecify.annotations.NullMarked;
