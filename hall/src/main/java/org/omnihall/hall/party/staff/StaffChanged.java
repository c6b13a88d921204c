package org.omnihall.hall.party.staff;

import org.jmolecules.event.annotation.DomainEvent;
import org.omnihall.tmf.Happening;

/** A member of the staff is new, or may do other things than before. Published inside the transaction that changes it. */
@DomainEvent
public record StaffChanged(String login, Happening happening) {}
