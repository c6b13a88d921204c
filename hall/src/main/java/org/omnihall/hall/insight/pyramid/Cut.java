package org.omnihall.hall.insight.pyramid;

/** How the borders of a pyramid are meant (requirement C16). */
public enum Cut {
    /** A tier begins at so many fen a month. */
    SPEND,
    /** A tier and those above it hold so many in a thousand customers; who is worth the same as the last of them belongs to them too. */
    SHARE
}
