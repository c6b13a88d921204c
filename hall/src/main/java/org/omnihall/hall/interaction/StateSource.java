package org.omnihall.hall.interaction;

/** Who tells of a customer's business state; each replaces his own lines only. */
public enum StateSource {
    ORDERING,
    BILLS,
    ACCESS,
    CARE
}
