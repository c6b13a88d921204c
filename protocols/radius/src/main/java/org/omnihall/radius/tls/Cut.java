package org.omnihall.radius.tls;

/** Why a connection ended, or never came about; also the label of its counter. */
public enum Cut {
    /** As many as may be are there, or as many of one address. */
    FULL,
    /** We have no certificate to show. */
    NO_PAPERS,
    /** No TLS, a version below 1.2, no certificate, or one that is not believed or not valid. */
    HANDSHAKE_FAILED,
    HANDSHAKE_TOO_SLOW,
    /** A certificate that is believed, and of nobody whom we know. */
    UNKNOWN_PEER,
    /** Octets that are no packet. */
    MALFORMED,
    /** A packet whose authenticator or Message-Authenticator is wrong. */
    BAD_PROOF,
    /** Nothing came for too long. */
    IDLE,
    /** A packet that came, or was taken, too slowly. */
    SLOW,
    /** More answers than the peer takes. */
    DEAF,
    /** It broke, or ended within a packet. */
    BROKEN,
    /** The other side ended it in order. */
    ENDED,
    /** We did. */
    CLOSED
}
