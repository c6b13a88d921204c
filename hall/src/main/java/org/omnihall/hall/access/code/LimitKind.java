package org.omnihall.hall.access.code;

import org.omnihall.hall.access.funnel.Drop;

/** What is counted. The order is the order in which the rows are locked. */
public enum LimitKind {
    NUMBER_HOUR(Drop.LIMIT_NUMBER),
    NUMBER_DAY(Drop.LIMIT_NUMBER),
    DEVICE(Drop.LIMIT_DEVICE),
    ADDRESS(Drop.LIMIT_ADDRESS),
    LANDING(Drop.LIMIT_LANDING),
    CONTROLLER(Drop.LIMIT_CONTROLLER),
    EVERYONE(Drop.LIMIT_EVERYONE),
    WRONG_CODES(Drop.CODE_DAY_SPENT);

    private final Drop drop;

    LimitKind(Drop drop) {
        this.drop = drop;
    }

    /** The reason for whom the limit stops. */
    public Drop drop() {
        return drop;
    }
}
