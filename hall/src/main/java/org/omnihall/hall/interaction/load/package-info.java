/** Contacts of the past, out of files of the systems that kept them. */
@NullMarked
package org.omnihall.hall.interaction.load;

import org.jspecify.annotations.NullMarked;
