package org.omnihall.hall.access.binding;

/** Why a binding is no more. */
public enum BindingEnd {
    /** The device was verified for another subscriber. */
    OTHER_SUBSCRIBER,
    /** The subscriber has more devices than allowed; this was the one not used for longest. */
    TOO_MANY_DEVICES,
    /** By the subscriber or an administrator. */
    REVOKED,
    EXPIRED
}
