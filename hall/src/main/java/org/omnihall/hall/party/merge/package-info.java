/** Records of one person or company that were doubled: found, made one with a preview, and taken apart again. */
@NullMarked
package org.omnihall.hall.party.merge;

import org.jspecify.annotations.NullMarked;
