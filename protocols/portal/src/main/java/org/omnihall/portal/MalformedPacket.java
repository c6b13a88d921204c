package org.omnihall.portal;

/** Octets that are no Portal packet in the dialect they were read in; without a stack trace, since hostile senders can cause many. */
public final class MalformedPacket extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the octets. */
    public enum Fault {
        /** Shorter than the dialect's header. */
        TOO_SHORT,
        /** Longer than {@link Packet#MAX_LENGTH}. */
        TOO_LONG,
        WRONG_VERSION,
        UNKNOWN_TYPE,
        /** Fewer attributes than the header counts. */
        MISSING_ATTRIBUTE,
        /** An attribute's length is less than 2. */
        BAD_LENGTH,
        /** An attribute claims more than the packet holds. */
        OVERRUN,
        /** Octets behind the last attribute that the header counts. */
        TRAILING_OCTETS
    }

    private final Fault fault;

    MalformedPacket(Fault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
