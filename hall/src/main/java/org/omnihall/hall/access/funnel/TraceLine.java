package org.omnihall.hall.access.funnel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that happened on a number's way online.
 *
 * @param reached the step that was reached, or before which it stopped
 * @param drop why it stopped; empty where it went on
 * @param detail what the controller or RADIUS said about it
 */
public record TraceLine(
        long id,
        Instant at,
        UUID attempt,
        Part part,
        Step reached,
        Optional<Drop> drop,
        String detail,
        String areaPath,
        Optional<Long> controllerId,
        String ssid,
        String phone) {

    /** Which part of the house it happened in. */
    public enum Part {
        PAGE,
        SMS,
        PORTAL,
        RADIUS;

        static Part of(Step step) {
            return switch (step) {
                case REDIRECTED, PAGE_SHOWN, NUMBER_GIVEN, CODE_VERIFIED, SLOT_SHOWN -> PAGE;
                case CODE_SENT, CODE_DELIVERED -> SMS;
                case AC_ACCEPTED -> PORTAL;
                case ACCESS_ACCEPTED, ACCOUNTING_STARTED -> RADIUS;
            };
        }
    }
}
