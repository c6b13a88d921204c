/** What a session may use, and how an Accept and a CoA-Request tell it in each vendor's words. */
@NullMarked
package org.omnihall.hall.access.terms;

import org.jspecify.annotations.NullMarked;
