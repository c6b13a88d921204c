package org.omnihall.hall.access.network;

/** What happens when one more device than the profile allows wants to get online (requirement A6). */
public enum DevicePolicy {
    REJECT,
    REPLACE_SAME_MAC,
    RELEASE_OLDEST
}
