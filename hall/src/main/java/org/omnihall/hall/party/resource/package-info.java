/** Persons, companies, accounts, managers and consent as resources of the TM Forum interfaces. */
@NullMarked
package org.omnihall.hall.party.resource;

import org.jspecify.annotations.NullMarked;
