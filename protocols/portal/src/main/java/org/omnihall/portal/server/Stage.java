package org.omnihall.portal.server;

/** How far a login came. */
public enum Stage {
    CHALLENGE,
    AUTH
}
