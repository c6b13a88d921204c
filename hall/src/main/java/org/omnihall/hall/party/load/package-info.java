/** Imports and exports of companies, persons and memberships. */
@NullMarked
package org.omnihall.hall.party.load;

import org.jspecify.annotations.NullMarked;
