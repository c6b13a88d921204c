/** Who came to a Venue's Wi-Fi, counted for its owner so that nobody is found among them. */
@NullMarked
package org.omnihall.hall.access.visitors;

import org.jspecify.annotations.NullMarked;
