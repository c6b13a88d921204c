package org.omnihall.portal.server;

/** Why nothing was sent. */
public enum NotSent {
    /** The device's dialect cannot name an IPv6 client. */
    ADDRESS_NOT_CARRIED,
    /** A user name or secret of more than 253 octets. */
    TOO_LONG,
    TOO_MANY_WAITING,
    /** Another login of this client at this device, under another name, has not ended. */
    OTHER_LOGIN_WAITING,
    CLOSED
}
