package org.omnihall.eap;

/** Why a conversation ended without a person: the metric's label and the test's word. */
public enum Failure {
    /** The peer wants none of our methods. */
    NO_COMMON_METHOD,
    /** A message that contradicts its fragments or is none at all. */
    MALFORMED,
    /** A message above the limit. */
    TOO_LONG,
    /** More requests than the limit. */
    TOO_MANY_ROUNDS,
    /** TLS did not come about: no common version or cipher, or a certificate that is not believed. */
    TLS_FAILED,
    /** The peer broke TLS off, as it does when it does not believe our certificate. */
    TLS_REFUSED,
    /** TLS came about without the extended master secret, so that no keys may be exported (RFC 7627 section 5.4). */
    NO_KEYS,
    /** Inside the tunnel the peer wants a method that we do not speak. */
    NO_COMMON_INNER_METHOD,
    /** Nobody of that name, not by this method, or a wrong password. */
    NOT_PROVED,
    /** TLS believes the certificate, and it names nobody or its time is over. */
    CERTIFICATE_REFUSED,
    /** The session is known and the person is no longer believed. */
    NO_LONGER_BELIEVED,
    /** The peer does not go on. */
    PEER_GAVE_UP
}
