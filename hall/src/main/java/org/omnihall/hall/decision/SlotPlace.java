package org.omnihall.hall.decision;

/** Where there is room to show something. */
public enum SlotPlace {
    /** The ten seconds of a returning phone on the login page. */
    PORTAL,
    /** The web hall and the enterprise hall. */
    HALL,
    /** The clerk's screen. */
    CLERK,
    /** The hotline's menu and what its agent is shown. */
    HOTLINE
}
