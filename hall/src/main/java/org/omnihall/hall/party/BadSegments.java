package org.omnihall.hall.party;

/** A table of number segments that cannot be taken, and where it goes wrong. */
public final class BadSegments extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;

    BadSegments(int line, String why) {
        super((line > 0 ? "line " + line + ": " : "") + why, null, false, false);
        this.line = line;
    }

    /** The line or record, counted from 1; 0 when the whole file is wrong. */
    public int line() {
        return line;
    }
}
