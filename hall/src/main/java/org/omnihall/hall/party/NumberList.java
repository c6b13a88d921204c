package org.omnihall.hall.party;

/** Which list a single number stands on. */
public enum NumberList {
    /** Served whatever the number plan says, such as a test phone or a guest of the operator. */
    ALLOW,
    /** Never served. */
    DENY
}
