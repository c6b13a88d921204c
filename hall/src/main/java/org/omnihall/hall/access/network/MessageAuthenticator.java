package org.omnihall.hall.access.network;

/** What an Access-Request or Status-Server of a controller must carry (access rule 7, CVE-2024-3596). */
public enum MessageAuthenticator {
    /** Without a valid one: silence. */
    REQUIRED,
    /** Not yet known; the first valid one makes it {@link #REQUIRED} for ever. */
    LEARN,
    /** For a device that cannot send it, by an administrator's decision. */
    OPTIONAL
}
