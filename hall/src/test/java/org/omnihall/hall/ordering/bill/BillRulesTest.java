package org.omnihall.hall.ordering.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.ordering.BillLine.Kind;
import org.omnihall.hall.ordering.bill.BillFacts.Once;
import org.omnihall.hall.ordering.bill.BillFacts.Spell;
import org.omnihall.hall.ordering.bill.BillFacts.Taken;
import org.omnihall.hall.ordering.bill.BillFacts.Used;
import org.omnihall.hall.ordering.bill.BillRules.Computed;
import org.omnihall.hall.ordering.bill.BillRules.Keyed;
import org.omnihall.hall.party.BillSplit.Payer;
import org.omnihall.hall.party.GroupShare;
import org.omnihall.hall.party.GroupShare.ChargeKind;

/** What stands on a bill, to the fen and on both sides of each limit (requirement D12). */
class BillRulesTest {

    private static final long LI = 7;
    private static final long CAFE = 70;
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final BillingPeriod NOVEMBER = BillingPeriod.holding(FIRST, 1);

    @Test
    void asksForAWholeMonthExactlyWhatAMonthCosts() {
        assertThat(BillRules.prorated(9_999, 30, 30)).isEqualTo(9_999);
        assertThat(BillRules.prorated(9_999, 0, 30)).isZero();
        assertThat(BillRules.prorated(Long.MAX_VALUE / 64, 31, 31)).isEqualTo(Long.MAX_VALUE / 64);
        assertThatThrownBy(() -> BillRules.prorated(100, 32, 31)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BillRules.prorated(Long.MAX_VALUE, 30, 31)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void roundsHalfAFenUp() {
        assertThat(BillRules.prorated(1, 14, 30)).isZero();
        assertThat(BillRules.prorated(1, 15, 30)).isEqualTo(1);
        assertThat(BillRules.prorated(10_000, 1, 28)).isEqualTo(357);
        assertThat(BillRules.prorated(10_000, 1, 29)).isEqualTo(345);
        assertThat(BillRules.prorated(10_000, 1, 31)).isEqualTo(323);
    }

    @Test
    void countsTheFirstDayAndNotTheLast() {
        assertThat(monthly(NOVEMBER, FIRST, null)).containsExactly(tuple(30L, 3_000L));
        assertThat(monthly(NOVEMBER, FIRST.minusDays(1), null)).containsExactly(tuple(30L, 3_000L));
        assertThat(monthly(NOVEMBER, FIRST.plusDays(1), null)).containsExactly(tuple(29L, 2_900L));
        assertThat(monthly(NOVEMBER, FIRST.plusDays(29), null)).containsExactly(tuple(1L, 100L));
        assertThat(monthly(NOVEMBER, FIRST.plusDays(30), null)).isEmpty();
        assertThat(monthly(NOVEMBER, FIRST.minusMonths(3), FIRST)).isEmpty();
        assertThat(monthly(NOVEMBER, FIRST.minusMonths(3), FIRST.plusDays(1))).containsExactly(tuple(1L, 100L));
        assertThat(monthly(NOVEMBER, FIRST.plusDays(3), FIRST.plusDays(3))).isEmpty();
    }

    @Test
    void dividesFebruaryByItsDays() {
        BillingPeriod leap = BillingPeriod.holding(LocalDate.of(2028, 2, 1), 1);
        BillingPeriod common = BillingPeriod.holding(LocalDate.of(2027, 2, 1), 1);
        assertThat(monthly(leap, LocalDate.of(2028, 2, 29), null)).containsExactly(tuple(1L, 103L));
        assertThat(monthly(common, LocalDate.of(2027, 2, 28), null)).containsExactly(tuple(1L, 107L));
        assertThat(monthly(leap, LocalDate.of(2028, 1, 1), null)).containsExactly(tuple(29L, 3_000L));
    }

    @Test
    void billsAChangeOfPriceFromItsDay() {
        LocalDate change = FIRST.plusDays(10);
        Computed bill = compute(
                List.of(spell(1, 3_000, FIRST, change), spell(1, 6_000, change, null)), List.of(), List.of(), Map.of());
        assertThat(fen(bill)).containsExactly(1_000L, 4_000L);
    }

    @Test
    void computesARunningPeriodUpToADay() {
        BillFacts facts = new BillFacts(
                List.of(spell(1, 3_000, FIRST.minusDays(9), null)), List.of(), List.of(), List.of(), Map.of());
        assertThat(fen(BillRules.compute(NOVEMBER, FIRST.plusDays(1), facts))).containsExactly(100L);
        assertThat(fen(BillRules.compute(NOVEMBER, FIRST.plusDays(99), facts))).containsExactly(3_000L);
    }

    @Test
    void countsUsageByUnitAtThePriceOfItsDay() {
        LocalDate change = FIRST.plusDays(10);
        List<Spell> spells = List.of(
                new Spell(1, "sms", Optional.empty(), 0, Map.of("sms", 5L), FIRST, Optional.of(change)),
                new Spell(1, "sms", Optional.empty(), 0, Map.of("sms", 4L), change, Optional.empty()));
        Computed bill = compute(
                spells,
                List.of(),
                List.of(
                        new Used(1, 1, "sms", 10, FIRST),
                        new Used(2, 1, "sms", 7, change.minusDays(1)),
                        new Used(3, 1, "sms", 100, change),
                        new Used(4, 1, "fax", 100, change),
                        new Used(5, 1, "sms", 100, FIRST.minusDays(1))),
                Map.of());
        assertThat(bill.lines().stream().map(Keyed::line))
                .extracting(BillLine::quantity, BillLine::unit, BillLine::fen)
                .containsExactly(tuple(100L, "sms", 400L), tuple(17L, "sms", 85L));
    }

    @Test
    void letsACompanyPayForAMemberUpToItsCap() {
        GroupShare share = new GroupShare(Set.of(ChargeKind.MONTHLY_FEE), Optional.of(2_500L));
        Computed bill = compute(
                List.of(spell(1, 3_000, FIRST, null)),
                List.of(new Once(9, "box", Optional.of(1L), Optional.of(LI), 800, FIRST)),
                List.of(),
                Map.of(LI, List.of(new Payer(CAFE, share))));
        assertThat(bill.lines().stream().map(Keyed::line))
                .extracting(BillLine::kind, BillLine::company, BillLine::fen)
                .containsExactly(
                        tuple(Kind.MONTHLY, Optional.empty(), 3_000L),
                        tuple(Kind.ONE_TIME, Optional.empty(), 800L),
                        tuple(Kind.PAID_BY_COMPANY, Optional.of(CAFE), -2_500L));
        assertThat(bill.totalFen()).isEqualTo(1_300);
        assertThat(bill.shares())
                .extracting(one -> one.company(), one -> one.line().fen())
                .containsExactly(tuple(CAFE, 2_500L));
    }

    @Test
    void carriesACreditOnThatIsLargerThanTheBill() {
        assertThat(credited(-2_999).carriedFen()).isZero();
        assertThat(credited(-3_000).totalFen()).isZero();
        assertThat(credited(-3_000).carriedFen()).isZero();
        assertThat(credited(-3_001).carriedFen()).isEqualTo(1);
        assertThat(credited(-3_001).totalFen()).isZero();
    }

    /** A thousand bills of a seeded generator: lines add up, no key comes twice, and what companies owe is what members are spared. */
    @Test
    void addsUpWhateverIsOnIt() {
        Random random = new Random(20261126);
        for (int round = 0; round < 1_000; round++) {
            BillFacts facts = some(random);
            BillingPeriod period = BillingPeriod.holding(FIRST.plusDays(random.nextInt(800)), 1 + random.nextInt(28));
            Computed bill = BillRules.compute(period, period.to(), facts);
            List<BillLine> lines = bill.lines().stream().map(Keyed::line).toList();
            assertThat(lines.stream().mapToLong(BillLine::fen).sum()).isEqualTo(bill.totalFen());
            assertThat(bill.totalFen()).isNotNegative();
            assertThat(bill.lines().stream().map(Keyed::key)).doesNotHaveDuplicates();
            long spared = lines.stream()
                    .filter(line -> line.kind() == Kind.PAID_BY_COMPANY)
                    .mapToLong(BillLine::fen)
                    .sum();
            assertThat(bill.shares().stream().mapToLong(one -> one.line().fen()).sum())
                    .isEqualTo(-spared);
            assertThat(BillRules.compute(period, period.to(), facts))
                    .as("computed again")
                    .isEqualTo(bill);
        }
    }

    /** However a month is cut into spells of one price, each day is charged once. */
    @Test
    void chargesEachDayOnceHoweverAMonthIsCut() {
        Random random = new Random(4);
        for (int round = 0; round < 500; round++) {
            LocalDate cut = FIRST.plusDays(random.nextInt(31));
            Computed bill = compute(
                    List.of(spell(1, 30_000, FIRST, cut), spell(1, 30_000, cut, null)), List.of(), List.of(), Map.of());
            assertThat(bill.totalFen()).isEqualTo(30_000);
        }
    }

    private static BillFacts some(Random random) {
        List<Spell> spells = new ArrayList<>();
        List<Used> uses = new ArrayList<>();
        List<Once> onces = new ArrayList<>();
        for (int i = 0; i < random.nextInt(6); i++) {
            LocalDate from = FIRST.plusDays(random.nextInt(800) - 30);
            spells.add(new Spell(
                    i,
                    "thing",
                    random.nextBoolean() ? Optional.of(LI + random.nextInt(2)) : Optional.empty(),
                    random.nextInt(100_000),
                    Map.of("sms", (long) random.nextInt(20)),
                    from,
                    random.nextBoolean() ? Optional.empty() : Optional.of(from.plusDays(random.nextInt(90)))));
            uses.add(new Used(i, i, "sms", 1 + random.nextInt(1_000), from.plusDays(random.nextInt(40))));
            onces.add(new Once(i, "thing", Optional.empty(), Optional.of(LI), random.nextInt(50_000), from));
        }
        List<Taken> pending =
                random.nextInt(3) == 0 ? List.of(correction(random.nextInt(200_000) - 150_000)) : List.of();
        GroupShare all = new GroupShare(Set.of(ChargeKind.values()), Optional.of((long) random.nextInt(60_000)));
        return new BillFacts(
                spells, onces, uses, pending, Map.of(LI, List.of(new Payer(CAFE, all), new Payer(CAFE + 1, all))));
    }

    private static Computed credited(long fen) {
        return BillRules.compute(
                NOVEMBER,
                NOVEMBER.to(),
                new BillFacts(
                        List.of(spell(1, 3_000, FIRST, null)),
                        List.of(),
                        List.of(),
                        List.of(correction(fen)),
                        Map.of()));
    }

    private static Taken correction(long fen) {
        return new Taken(
                1,
                new BillLine(
                        Kind.CORRECTION,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        "",
                        fen,
                        FIRST,
                        FIRST.plusDays(1),
                        "sorry"));
    }

    private static Spell spell(long product, long monthlyFen, LocalDate from, @Nullable LocalDate to) {
        return new Spell(product, "thing", Optional.of(LI), monthlyFen, Map.of(), from, Optional.ofNullable(to));
    }

    private static List<Tuple> monthly(BillingPeriod period, LocalDate from, @Nullable LocalDate to) {
        BillFacts facts = new BillFacts(List.of(spell(1, 3_000, from, to)), List.of(), List.of(), List.of(), Map.of());
        return BillRules.compute(period, period.to(), facts).lines().stream()
                .map(Keyed::line)
                .map(line -> tuple(line.quantity(), line.fen()))
                .toList();
    }

    private static Computed compute(
            List<Spell> spells, List<Once> onces, List<Used> uses, Map<Long, List<Payer>> payers) {
        return BillRules.compute(NOVEMBER, NOVEMBER.to(), new BillFacts(spells, onces, uses, List.of(), payers));
    }

    private static List<Long> fen(Computed bill) {
        return bill.lines().stream().map(one -> one.line().fen()).toList();
    }
}
