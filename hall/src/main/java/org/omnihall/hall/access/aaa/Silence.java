package org.omnihall.hall.access.aaa;

/** Why a request gets no answer, so that its controller asks again or asks another node; each is a name that drops are counted by. */
enum Silence {
    DATABASE_AWAY,
    /** More waits than there is room for. */
    OVERLOAD,
    /** The database answered others and not this one. */
    NOT_READ,
    TOO_LATE
}
