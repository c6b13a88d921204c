package org.omnihall.hall.access;

/** Why a logo was not taken. */
public enum LogoFault {
    /** Nothing was sent. */
    NONE,
    TOO_LARGE,
    /** It is no PNG and no JPEG, or cannot be read whole. */
    NO_PICTURE,
    /** It is wider or higher than we decode. */
    TOO_MANY_PIXELS,
    /** The place is there no more. */
    GONE
}
