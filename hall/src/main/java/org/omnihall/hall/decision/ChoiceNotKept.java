package org.omnihall.hall.decision;

/** A choice could not be made durable, so nothing is shown; whoever asked may ask again. */
public final class ChoiceNotKept extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why not. */
    public enum Fault {
        QUEUE_FULL,
        DATABASE_AWAY,
        /** The database took others and not this one. */
        NOT_STORED,
        TOO_LATE
    }

    private final Fault fault;

    ChoiceNotKept(Fault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
