package org.omnihall.hall.access.funnel;

/** How far an attempt came, in the order of a first login (requirement A10). */
public enum Step {
    REDIRECTED,
    PAGE_SHOWN,
    NUMBER_GIVEN,
    CODE_SENT,
    CODE_DELIVERED,
    CODE_VERIFIED,
    SLOT_SHOWN,
    AC_ACCEPTED,
    ACCESS_ACCEPTED,
    ACCOUNTING_STARTED
}
