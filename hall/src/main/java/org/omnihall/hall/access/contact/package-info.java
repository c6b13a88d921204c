/** Tells the contact log and the customer card what happened in the wireless city. */
@NullMarked
package org.omnihall.hall.access.contact;

import org.jspecify.annotations.NullMarked;
