package org.omnihall.eap;

import java.io.Serial;

/** Octets that are not EAP, or not what a method carries; has no stack trace, as it costs the sender nothing. */
public final class MalformedEap extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Fault fault;

    /** What is wrong with the octets. */
    public enum Fault {
        /** Fewer than four octets. */
        TOO_SHORT,
        /** The length field is below what the code needs, or above what arrived. */
        BAD_LENGTH,
        /** A code other than the four. */
        UNKNOWN_CODE,
        /** A fragment whose flags or length contradict what came before. */
        BAD_FRAGMENT,
        /** Inside the tunnel: neither attributes nor a packet that the method knows. */
        BAD_INNER
    }

    public MalformedEap(Fault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
