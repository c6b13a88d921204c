package org.omnihall.hall.decision;

import org.omnihall.hall.database.GroupAnswers;

/** A choice could not be made durable, so nothing is shown; whoever asked may ask again. */
public final class ChoiceNotKept extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final GroupAnswers.Fault fault;

    ChoiceNotKept(GroupAnswers.Fault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    public GroupAnswers.Fault fault() {
        return fault;
    }
}
