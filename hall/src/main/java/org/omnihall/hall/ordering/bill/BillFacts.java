package org.omnihall.hall.ordering.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.party.BillSplit.Payer;

/**
 * All that a bill follows from.
 *
 * @param payers companies that pay for a subscriber on the last day of the period, in their order; only those that can be billed
 */
record BillFacts(
        List<Spell> spells, List<Once> onces, List<Used> uses, List<Taken> pending, Map<Long, List<Payer>> payers) {

    BillFacts {
        spells = List.copyOf(spells);
        onces = List.copyOf(onces);
        uses = List.copyOf(uses);
        pending = List.copyOf(pending);
        payers = Map.copyOf(payers);
    }

    /**
     * A product between two changes: at one price, paid by one account.
     *
     * @param from the first day
     * @param to the day after the last; nothing while it goes on
     */
    record Spell(
            long product,
            String offering,
            Optional<Long> subscriber,
            long monthlyFen,
            Map<String, Long> usageFen,
            LocalDate from,
            Optional<LocalDate> to) {

        Spell {
            usageFen = Map.copyOf(usageFen);
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && to.map(day::isBefore).orElse(true);
        }
    }

    /** What an item of an order cost once; the order was paid by the account and completed on that day. */
    record Once(
            long item, String offering, Optional<Long> product, Optional<Long> subscriber, long fen, LocalDate day) {}

    /** What was used of a product on a day and is on no bill. */
    record Used(long id, long product, String unit, long quantity, LocalDate day) {}

    /** Whether the usage is of a product while this account paid it. */
    boolean holds(Used used) {
        return spells.stream().anyMatch(spell -> spell.product() == used.product() && spell.holds(used.day()));
    }

    /** A line that waited for this bill. */
    record Taken(long id, BillLine line) {}
}
