package org.omnihall.hall.party;

/** A table of number segments that cannot be taken, and where it goes wrong. */
public final class BadSegments extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong; the first four are the columns of a line. */
    public enum Fault {
        SEGMENT,
        OPERATOR,
        PROVINCE,
        CITY,
        COLUMNS,
        FILE
    }

    private final int line;
    private final Fault fault;

    BadSegments(int line, Fault fault, String why) {
        super((line > 0 ? "line " + line + ": " : "") + why, null, false, false);
        this.line = line;
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** The line or record, counted from 1; 0 when the whole file is wrong. */
    public int line() {
        return line;
    }
}
