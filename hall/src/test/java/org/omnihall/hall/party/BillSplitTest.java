package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.omnihall.hall.party.GroupShare.ChargeKind.DATA;
import static org.omnihall.hall.party.GroupShare.ChargeKind.MONTHLY_FEE;
import static org.omnihall.hall.party.GroupShare.ChargeKind.VOICE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.party.BillSplit.Charge;
import org.omnihall.hall.party.BillSplit.Part;
import org.omnihall.hall.party.BillSplit.Payer;
import org.omnihall.hall.party.GroupShare.ChargeKind;

/** A member's charges are split between companies and himself, exact to the fen (requirement D12). */
class BillSplitTest {

    private static final List<Charge> MONTH =
            List.of(new Charge(MONTHLY_FEE, 5_800), new Charge(VOICE, 1_234), new Charge(DATA, 2_001));

    @Test
    void letsTheCompanyPayTheKindsThatItNamedAndTheMemberTheRest() {
        BillSplit split = BillSplit.of(MONTH, List.of(payer(1, Set.of(MONTHLY_FEE, DATA), Optional.empty())));
        assertThat(split.parts())
                .containsExactly(
                        new Part(0, Optional.of(1L), 5_800),
                        new Part(2, Optional.of(1L), 2_001),
                        new Part(1, Optional.empty(), 1_234));
        assertThat(split.paidBy(1)).isEqualTo(7_801);
        assertThat(split.paidByMember()).isEqualTo(1_234);
    }

    @Test
    void stopsAtTheCapAndSplitsTheChargeThatReachesIt() {
        BillSplit split = BillSplit.of(MONTH, List.of(payer(1, Set.of(ChargeKind.values()), Optional.of(7_000L))));
        assertThat(split.paidBy(1)).isEqualTo(7_000);
        assertThat(split.parts()).contains(new Part(1, Optional.of(1L), 1_200), new Part(1, Optional.empty(), 34));
        assertThat(BillSplit.of(MONTH, List.of(payer(1, Set.of(ChargeKind.values()), Optional.of(9_035L))))
                        .paidByMember())
                .isZero();
        assertThat(BillSplit.of(MONTH, List.of(payer(1, Set.of(ChargeKind.values()), Optional.of(9_034L))))
                        .paidByMember())
                .isEqualTo(1);
    }

    @Test
    void letsASecondCompanyPayWhatTheFirstLeft() {
        BillSplit split = BillSplit.of(
                MONTH,
                List.of(
                        payer(1, Set.of(MONTHLY_FEE), Optional.of(5_000L)),
                        payer(2, Set.of(MONTHLY_FEE, VOICE), Optional.empty())));
        assertThat(split.paidBy(1)).isEqualTo(5_000);
        assertThat(split.paidBy(2)).isEqualTo(800 + 1_234);
        assertThat(split.paidByMember()).isEqualTo(2_001);
    }

    @Test
    void leavesAllToWhoIsNobodysMember() {
        assertThat(BillSplit.of(MONTH, List.of()).paidByMember()).isEqualTo(9_035);
        assertThat(BillSplit.of(List.of(), List.of(payer(1, Set.of(VOICE), Optional.empty())))
                        .parts())
                .isEmpty();
        assertThatThrownBy(() -> new Charge(VOICE, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** For ten thousand months: the parts of each charge add up to it, no cap is exceeded, nobody pays a kind that he does not pay. */
    @Test
    void losesAndInventsNoFen() {
        Random random = new Random(12);
        for (int round = 0; round < 10_000; round++) {
            List<Charge> charges = charges(random);
            List<Payer> payers = payers(random);
            BillSplit split = BillSplit.of(charges, payers);
            long[] sums = new long[charges.size()];
            for (Part part : split.parts()) {
                assertThat(part.fen()).isPositive();
                sums[part.charge()] += part.fen();
                payers.stream()
                        .filter(payer -> part.company().equals(Optional.of(payer.companyId())))
                        .forEach(payer -> assertThat(payer.share().pays())
                                .contains(charges.get(part.charge()).kind()));
            }
            assertThat(sums).isEqualTo(charges.stream().mapToLong(Charge::fen).toArray());
            for (Payer payer : payers) {
                assertThat(split.paidBy(payer.companyId()))
                        .isLessThanOrEqualTo(payer.share().monthlyCap().orElse(Long.MAX_VALUE));
            }
        }
    }

    /** A company whose cap is not reached pays all of its kinds: nothing is left to the member that it would have paid. */
    @Test
    void leavesTheMemberOnlyWhatNoCompanyWouldPay() {
        Random random = new Random(21);
        for (int round = 0; round < 5_000; round++) {
            List<Charge> charges = charges(random);
            List<Payer> payers = payers(random);
            BillSplit split = BillSplit.of(charges, payers);
            Set<ChargeKind> open = payers.stream()
                    .filter(payer -> split.paidBy(payer.companyId())
                            < payer.share().monthlyCap().orElse(Long.MAX_VALUE))
                    .flatMap(payer -> payer.share().pays().stream())
                    .collect(Collectors.toSet());
            assertThat(split.parts().stream()
                            .filter(part -> part.company().isEmpty())
                            .map(part -> charges.get(part.charge()).kind()))
                    .noneMatch(open::contains);
        }
    }

    private static List<Charge> charges(Random random) {
        return Stream.generate(() -> new Charge(any(random), random.nextInt(4) == 0 ? 0 : random.nextInt(100_000)))
                .limit(random.nextInt(12))
                .toList();
    }

    private static List<Payer> payers(Random random) {
        List<Payer> payers = new ArrayList<>();
        IntStream.rangeClosed(1, random.nextInt(4)).forEach(id -> {
            Set<ChargeKind> kinds =
                    Stream.generate(() -> any(random)).limit(random.nextInt(5)).collect(Collectors.toSet());
            payers.add(payer(
                    id, kinds, random.nextBoolean() ? Optional.of((long) random.nextInt(80_000)) : Optional.empty()));
        });
        return payers;
    }

    private static ChargeKind any(Random random) {
        return List.of(ChargeKind.values()).get(random.nextInt(ChargeKind.values().length));
    }

    private static Payer payer(long id, Set<ChargeKind> kinds, Optional<Long> cap) {
        return new Payer(id, new GroupShare(kinds, cap));
    }
}
