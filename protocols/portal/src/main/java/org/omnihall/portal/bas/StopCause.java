package org.omnihall.portal.bas;

/** Acct-Terminate-Cause (RFC 2866 section 5.10) as far as a device of ours has one. */
public enum StopCause {
    USER_REQUEST(1),
    LOST_CARRIER(2),
    IDLE_TIMEOUT(4),
    SESSION_TIMEOUT(5),
    ADMIN_RESET(6),
    NAS_REBOOT(11);

    private final int value;

    StopCause(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }
}
