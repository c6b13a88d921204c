package org.omnihall.hall.ordering;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of a bill, or of the period that runs.
 *
 * @param offering the code of what it is for, or what the business support system calls it
 * @param product the product; nothing where it is for none
 * @param subscriber whose it is; nothing for a company's own
 * @param company which company pays for the member; nothing where none does
 * @param quantity of its unit; the days that are charged, of {@link Kind#MONTHLY}
 * @param unit what usage is counted in; empty for all else
 * @param fen below nothing for a credit
 * @param from the first day that it covers
 * @param to the day after the last
 * @param remark why, of a correction; empty for all else
 */
public record BillLine(
        Kind kind,
        String offering,
        Optional<Long> product,
        Optional<Long> subscriber,
        Optional<Long> company,
        long quantity,
        String unit,
        long fen,
        LocalDate from,
        LocalDate to,
        String remark) {

    /** What is charged; the words are {@code ordering.bill.kind.NAME}. */
    public enum Kind {
        /** What a product costs a month, for the days on which it worked. */
        MONTHLY,
        /** What an order that was paid by the account cost once. */
        ONE_TIME,
        USAGE,
        /** Taken off the member's bill, for a company pays it. */
        PAID_BY_COMPANY,
        /** What a company pays for one of its members. */
        FOR_MEMBER,
        /** Puts an earlier bill right. */
        CORRECTION,
        /** A credit that was larger than the bill goes on to the next. */
        CARRIED_ON
    }
}
