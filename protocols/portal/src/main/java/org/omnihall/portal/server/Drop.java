package org.omnihall.portal.server;

/** Why a datagram was thrown away without an answer. */
public enum Drop {
    /** No device of ours. */
    UNKNOWN_SOURCE,
    MALFORMED,
    BAD_AUTHENTICATOR,
    /** An answer to nothing that is still waited for. */
    NOT_ASKED,
    /** An answer about another client than the one asked about. */
    WRONG_USER,
    /** A type that a device does not send to a server in this role. */
    UNEXPECTED_TYPE,
    /** Too much is already being worked on. */
    OVERLOADED,
    /** The socket could not send. */
    NOT_SENT,
    /** The server itself failed; its log says how. */
    FAULT
}
