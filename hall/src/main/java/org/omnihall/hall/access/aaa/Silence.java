package org.omnihall.hall.access.aaa;

import org.omnihall.hall.database.GroupAnswers;

/** Why a request gets no answer, so that its controller asks again or asks another node; each is a name that drops are counted by. */
enum Silence {
    DATABASE_AWAY,
    /** More waits than there is room for. */
    OVERLOAD,
    /** The database answered others and not this one. */
    NOT_READ,
    TOO_LATE;

    static Silence of(GroupAnswers.Fault fault) {
        return switch (fault) {
            case QUEUE_FULL -> OVERLOAD;
            case DATABASE_AWAY -> DATABASE_AWAY;
            case NOT_STORED -> NOT_READ;
            case TOO_LATE -> TOO_LATE;
        };
    }
}
