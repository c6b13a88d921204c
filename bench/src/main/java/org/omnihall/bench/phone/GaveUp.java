package org.omnihall.bench.phone;

/** A person gave up, and why. */
public final class GaveUp extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Where it went wrong, as the person saw it. */
    public enum Reason {
        /** No page came: nobody answered, or not in HTTP. */
        NO_PAGE,
        /** The page said that the redirect, or the page itself, is no good. */
        PAGE_REFUSED,
        /** The number is not served, too many codes were asked for, or a picture must be read. */
        NUMBER_REFUSED,
        /** No message with a code came. */
        NO_CODE,
        /** The code was not taken. */
        CODE_REFUSED,
        /** The page said that the login failed, also after trying again. */
        LOGIN_FAILED,
        /** The page did not move any more. */
        STUCK,
        /** The page said online and the network did not open. */
        NETWORK_CLOSED
    }

    private final Reason reason;

    GaveUp(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
