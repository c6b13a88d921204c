package org.omnihall.hall.interaction;

/** What became of a wish to raise or withdraw a notice. */
public sealed interface NoticeChange {

    /** The notice as it is now. */
    record Done(Notice notice) implements NoticeChange {}

    /** Nothing was changed. */
    record Refused(Reason reason) implements NoticeChange {}

    /** Why not. */
    enum Reason {
        UNKNOWN,
        NO_SUCH_AREA,
        NO_TEXT,
        TEXT_TOO_LONG,
        ENDS_BEFORE_IT_BEGINS,
        LASTS_TOO_LONG,
        IS_OVER,
        ALREADY_WITHDRAWN
    }
}
