package org.omnihall.radius.auth;

/** What a packet's Message-Authenticator says (RFC 3579 section 3.2). */
public enum MessageAuthenticator {
    ABSENT,
    VALID,
    /** It is wrong, has not 16 octets, or there are two. */
    INVALID
}
