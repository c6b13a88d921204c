/** Roles of the staff and who holds them where, as TM Forum's interface tells of them (TMF672). */
@NullMarked
package org.omnihall.hall.party.permission;

import org.jspecify.annotations.NullMarked;
