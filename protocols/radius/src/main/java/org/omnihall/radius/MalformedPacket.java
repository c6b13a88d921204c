package org.omnihall.radius;

import java.io.Serial;

/** Octets from the network that are not RADIUS, or a value that is not of its type; carries no stack trace, as it costs the sender nothing. */
public final class MalformedPacket extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Fault fault;

    /** What is wrong with a packet. */
    public enum Fault {
        /** Fewer than 20 octets arrived. */
        TOO_SHORT,
        /** The length field is below 20, above 4096, or above what arrived. */
        BAD_LENGTH,
        /** A code that {@link Code} does not list. */
        UNKNOWN_CODE,
        /** An attribute of type 0, shorter than 2 octets, or longer than what is left. */
        BAD_ATTRIBUTE,
        /** A value that does not have the length of the type it was asked for. */
        BAD_VALUE
    }

    public MalformedPacket(Fault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
