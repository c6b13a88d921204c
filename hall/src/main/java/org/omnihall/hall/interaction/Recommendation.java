package org.omnihall.hall.interaction;

import java.time.Instant;

/**
 * What to offer or tell a customer.
 *
 * @param offering code of the offering, at most 100 characters
 * @param zh what is said in Chinese, at most 200 characters; {@code en} the same in English
 * @param priority 1 comes first
 * @param reasonZh why, for the staff; {@code reasonEn} the same in English
 * @param until the moment from which it is not shown any more
 */
public record Recommendation(
        String offering, String zh, String en, int priority, String reasonZh, String reasonEn, Instant until) {

    public Recommendation {
        if (offering.length() > 100
                || zh.length() > 200
                || en.length() > 200
                || reasonZh.length() > 200
                || reasonEn.length() > 200) {
            throw new IllegalArgumentException("a recommendation says each thing in 200 characters: " + offering);
        }
    }
}
