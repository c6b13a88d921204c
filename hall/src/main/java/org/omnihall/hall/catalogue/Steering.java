package org.omnihall.hall.catalogue;

/** What a class of channels is to do with a type of business; the words of the source's table (requirement B16). */
public enum Steering {
    /** May complete it. */
    ALLOWED,
    /** 主动分流: it is diverted here. */
    PUSH,
    /** Part of it is diverted here. */
    PART_PUSH,
    /** 控制: it is kept here. */
    CONTROL,
    /** Part of it is kept here. */
    PART_CONTROL,
    /** Here and nowhere else. */
    ONLY,
    /** The source says nothing: may complete it, is no aim of steering. */
    UNSTEERED,
    /** May not complete it. */
    NO;

    public boolean completes() {
        return this != NO;
    }

    /** Whether business is to be brought here from elsewhere. */
    public boolean attracts() {
        return this == PUSH || this == PART_PUSH;
    }

    /** Whether business is to be kept here. */
    public boolean keeps() {
        return this == CONTROL || this == PART_CONTROL || this == ONLY;
    }
}
