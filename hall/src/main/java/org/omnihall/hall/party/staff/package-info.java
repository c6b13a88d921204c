/** The operator's own people: who they are, what their roles let them do, how they sign in. */
@NullMarked
package org.omnihall.hall.party.staff;

import org.jspecify.annotations.NullMarked;
