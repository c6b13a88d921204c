package org.omnihall.hall.party;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A subscriber's belonging to a company (requirement D12); he may belong to several at once.
 *
 * @param from the first day
 * @param to the last day; nothing while it goes on
 */
public record Membership(
        long id, long companyId, long subscriberId, LocalDate from, Optional<LocalDate> to, GroupShare share) {

    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
