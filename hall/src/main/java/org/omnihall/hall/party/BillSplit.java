package org.omnihall.hall.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.party.GroupShare.ChargeKind;

/**
 * Who pays which part of a subscriber's charges of one month, exact to the fen (requirement D12). Companies pay in the order in which they
 * are given, each of the charges in their order and what those before it left, until its cap is reached; the rest is the member's.
 */
public record BillSplit(List<Part> parts) {

    public BillSplit {
        parts = List.copyOf(parts);
    }

    /** @param fen not negative: a credit is split like the charge that it takes back */
    public record Charge(ChargeKind kind, long fen) {

        public Charge {
            if (fen < 0) {
                throw new IllegalArgumentException("a charge below nothing");
            }
        }
    }

    /** A company and what it pays. */
    public record Payer(long companyId, GroupShare share) {}

    /**
     * One part of one charge.
     *
     * @param charge its index in the list that was split
     * @param company who pays; nothing for the member himself
     * @param fen more than nothing
     */
    public record Part(int charge, Optional<Long> company, long fen) {}

    /** Splits the charges of a month. The parts of each charge add up to it. */
    public static BillSplit of(List<Charge> charges, List<Payer> payers) {
        long[] left = charges.stream().mapToLong(Charge::fen).toArray();
        List<Part> parts = new ArrayList<>();
        for (Payer payer : payers) {
            long room = payer.share().monthlyCap().orElse(Long.MAX_VALUE);
            for (int i = 0; i < left.length; i++) {
                if (payer.share().pays().contains(charges.get(i).kind())) {
                    long pays = Math.min(room, left[i]);
                    room -= pays;
                    left[i] -= pays;
                    add(parts, new Part(i, Optional.of(payer.companyId()), pays));
                }
            }
        }
        for (int i = 0; i < left.length; i++) {
            add(parts, new Part(i, Optional.empty(), left[i]));
        }
        return new BillSplit(parts);
    }

    /** What a company pays of all charges, in fen. */
    public long paidBy(long companyId) {
        return sum(Optional.of(companyId));
    }

    /** What the member pays himself, in fen. */
    public long paidByMember() {
        return sum(Optional.empty());
    }

    private long sum(Optional<Long> payer) {
        return parts.stream()
                .filter(part -> part.company().equals(payer))
                .mapToLong(Part::fen)
                .sum();
    }

    private static void add(List<Part> parts, Part part) {
        if (part.fen() > 0) {
            parts.add(part);
        }
    }
}
