package org.omnihall.hall.access.attempt;

/** What a phone can ask of its attempt. */
public enum Act {
    GIVE_NUMBER,
    CHANGE_NUMBER,
    GIVE_CODE,
    SEND_AGAIN,
    SEE_SLOT,
    LEAVE_SLOT,
    CLICK,
    TRY_AGAIN,
    LOG_OUT
}
