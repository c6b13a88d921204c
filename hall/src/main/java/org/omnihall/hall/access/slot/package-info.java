/** The ten seconds before the network opens: what is shown, and the proof that they were waited. */
@NullMarked
package org.omnihall.hall.access.slot;

import org.jspecify.annotations.NullMarked;
