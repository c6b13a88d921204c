/** Grids, who looks after them, and the rules by which companies come into tiers, on the console. */
@NullMarked
package org.omnihall.hall.party.grid;

import org.jspecify.annotations.NullMarked;
