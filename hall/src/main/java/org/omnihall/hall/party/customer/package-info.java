/** Companies and persons on the console: found, shown and changed. */
@NullMarked
package org.omnihall.hall.party.customer;

import org.jspecify.annotations.NullMarked;
