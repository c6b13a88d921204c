package org.omnihall.hall.channel;

/** The three ways in which two channels can stand to each other (requirement B25). */
public enum RelationKind {
    /** 互补: one cannot finish without the other. */
    COMPLEMENT,
    /** 增强: one serves before or after the other and makes it better. */
    ENHANCE,
    /** 替代: both can carry the business. */
    SUBSTITUTE;

    /** Whether business may be diverted from one to the other (requirement B26). */
    public boolean allowsDiversion() {
        return switch (this) {
            case COMPLEMENT, SUBSTITUTE -> true;
            case ENHANCE -> false;
        };
    }
}
