package org.omnihall.hall.access.funnel;

/** Why an attempt did not come further. The reason is at once the counter's label, the report's row and the trace's sentence. */
public enum Drop {
    // landing
    PARAMETERS_UNREADABLE(Step.REDIRECTED),
    UNKNOWN_CONTROLLER(Step.REDIRECTED),
    ADDRESS_FORGED(Step.REDIRECTED),
    NO_ADDRESS(Step.REDIRECTED),
    LIMIT_LANDING(Step.REDIRECTED),
    HANDLE_UNKNOWN(Step.PAGE_SHOWN),
    HANDLE_EXPIRED(Step.PAGE_SHOWN),
    // number
    NUMBER_UNREADABLE(Step.NUMBER_GIVEN),
    NUMBER_FOREIGN(Step.NUMBER_GIVEN),
    NUMBER_PORTED_OUT(Step.NUMBER_GIVEN),
    NUMBER_DENIED(Step.NUMBER_GIVEN),
    NUMBER_UNKNOWN(Step.NUMBER_GIVEN),
    NUMBER_BOSS_REFUSED(Step.NUMBER_GIVEN),
    LIMIT_NUMBER(Step.NUMBER_GIVEN),
    LIMIT_DEVICE(Step.NUMBER_GIVEN),
    LIMIT_ADDRESS(Step.NUMBER_GIVEN),
    LIMIT_CONTROLLER(Step.NUMBER_GIVEN),
    LIMIT_EVERYONE(Step.NUMBER_GIVEN),
    PICTURE_ASKED(Step.NUMBER_GIVEN),
    PICTURE_WRONG(Step.NUMBER_GIVEN),
    // code
    CODE_COOLING_DOWN(Step.CODE_SENT),
    CODE_NOT_SENT(Step.CODE_SENT),
    CODE_NOT_DELIVERED(Step.CODE_DELIVERED),
    CODE_WRONG(Step.CODE_VERIFIED),
    CODE_TRIES_SPENT(Step.CODE_VERIFIED),
    CODE_DAY_SPENT(Step.CODE_VERIFIED),
    CODE_EXPIRED(Step.CODE_VERIFIED),
    CODE_USED(Step.CODE_VERIFIED),
    // slot
    SLOT_EARLY(Step.SLOT_SHOWN),
    SLOT_LATE(Step.SLOT_SHOWN),
    SLOT_FORGED(Step.SLOT_SHOWN),
    SLOT_USED(Step.SLOT_SHOWN),
    // binding
    STEP_UP_OTHER_CONTROLLER(Step.SLOT_SHOWN),
    // access controller
    AC_SILENT(Step.AC_ACCEPTED),
    AC_REFUSED(Step.AC_ACCEPTED),
    AC_BUSY(Step.AC_ACCEPTED),
    AC_OTHER_USER_ONLINE(Step.AC_ACCEPTED),
    AC_NOT_REACHED(Step.AC_ACCEPTED),
    AC_OTHER_DEVICE(Step.AC_ACCEPTED),
    // what the access profile gives
    QUOTA_USED_UP(Step.AC_ACCEPTED),
    OUT_OF_HOURS(Step.AC_ACCEPTED),
    // RADIUS
    ACCESS_REJECTED(Step.ACCESS_ACCEPTED);

    private final Step before;

    Drop(Step before) {
        this.before = before;
    }

    /** The step that was not reached. */
    public Step before() {
        return before;
    }
}
