package org.omnihall.hall.interaction;

import java.time.Instant;

/**
 * Something is wrong in an Area, and every touchpoint there should know (requirement B29).
 *
 * @param areaPath where, with all Areas below
 * @param zh what customers are told in Chinese; {@code en} the same in English
 * @param from the moment from which it is shown
 * @param until the moment from which it is not shown any more
 */
public record Notice(
        long id, Kind kind, String areaPath, String zh, String en, Instant from, Instant until, boolean withdrawn) {

    /** What is wrong. */
    public enum Kind {
        /** 网络故障. */
        OUTAGE,
        /** 计费异常. */
        BILLING_FAULT,
        /** Work that was announced. */
        MAINTENANCE,
        OTHER
    }
}
