package org.omnihall.radius.transport;

/** Why a datagram got no answer; also the label of its counter. */
public enum Drop {
    UNKNOWN_CLIENT,
    MALFORMED,
    /** A code that this server does not take, or a reply. */
    UNEXPECTED_CODE,
    /** Accounting, CoA or Disconnect under another secret. */
    BAD_AUTHENTICATOR,
    MISSING_MESSAGE_AUTHENTICATOR,
    BAD_MESSAGE_AUTHENTICATOR,
    /** More of one source than {@link ServerSettings#mostPerSecond}. */
    TOO_MANY,
    /** A repetition of what the handler still works on. */
    DUPLICATE_IN_WORK,
    /** Status-Server while the health supplier says no. */
    UNHEALTHY,
    /** The handler threw something that is not {@link org.omnihall.radius.MalformedPacket}: a bug. */
    HANDLER_FAILED,
    /** The handler chose silence. */
    ABANDONED
}
