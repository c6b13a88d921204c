package org.omnihall.hall.access.network;

/** How a phone that was here before gets online again: by the slot page, or without any page (access rule 21). */
public enum ReturnMode {
    PAGE,
    MAC_TRIGGER
}
