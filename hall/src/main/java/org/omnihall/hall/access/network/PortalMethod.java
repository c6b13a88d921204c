package org.omnihall.hall.access.network;

/** How the login token travels from the portal to the access controller: hidden by a challenge, or as it is. */
public enum PortalMethod {
    CHAP,
    PAP
}
