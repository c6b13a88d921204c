package org.omnihall.hall.ordering.bill;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.ordering.BillLine.Kind;
import org.omnihall.hall.ordering.bill.BillFacts.Once;
import org.omnihall.hall.ordering.bill.BillFacts.Spell;
import org.omnihall.hall.ordering.bill.BillFacts.Taken;
import org.omnihall.hall.ordering.bill.BillFacts.Used;
import org.omnihall.hall.party.BillSplit;
import org.omnihall.hall.party.BillSplit.Charge;
import org.omnihall.hall.party.BillSplit.Payer;
import org.omnihall.hall.party.GroupShare.ChargeKind;

/**
 * How a bill is computed, in fen and exactly. Pure.
 *
 * <p>A monthly charge is divided by the days of the month that ends with the period and multiplied by the days on which the product worked
 * at that price, rounded half up to the fen, each spell for itself. The first day counts and the last does not, so that two spells that
 * meet share no day and miss none. What was paid once is on the bill of the period in which its order was completed. Usage is counted by
 * unit at the price of its day; usage of a day on which the product cost nothing for it is on no bill. Companies pay for their members as
 * {@link BillSplit} says. A sum below nothing becomes nothing, and the credit goes on to the next bill.
 */
final class BillRules {

    private BillRules() {}

    /** A line with the key by which it is the same line when it is computed again. */
    record Keyed(String key, BillLine line) {}

    /** What a company owes for a member, for the next bill of its account. */
    record Share(long company, BillLine line) {}

    /**
     * A bill before it is written.
     *
     * @param shares what goes to the bills of companies
     * @param carriedFen the credit that goes on, not below nothing
     */
    record Computed(List<Keyed> lines, List<Share> shares, long carriedFen) {

        Computed {
            lines = List.copyOf(lines);
            shares = List.copyOf(shares);
        }

        long totalFen() {
            return sum(lines);
        }
    }

    /** @param until the day up to which it is computed, not included: the period's end for a bill, tomorrow while the period runs */
    static Computed compute(BillingPeriod period, LocalDate until, BillFacts facts) {
        List<Keyed> lines = new ArrayList<>();
        facts.spells().stream()
                .sorted(Comparator.comparingLong(Spell::product).thenComparing(Spell::from))
                .forEach(spell -> monthly(period, until, spell).ifPresent(lines::add));
        facts.onces().stream()
                .sorted(Comparator.comparingLong(Once::item))
                .filter(once -> once.fen() > 0)
                .map(BillRules::once)
                .forEach(lines::add);
        lines.addAll(usage(period, facts));
        List<Share> shares = new ArrayList<>();
        lines.addAll(split(lines, facts.payers(), shares));
        facts.pending().stream()
                .sorted(Comparator.comparingLong(Taken::id))
                .map(taken -> new Keyed("pending " + taken.id(), taken.line()))
                .forEach(lines::add);
        long credit = Math.max(0, Math.negateExact(sum(lines)));
        if (credit > 0) {
            BillLine carried = new BillLine(
                    Kind.CARRIED_ON, "", none(), none(), none(), 1, "", credit, period.from(), period.to(), "");
            lines.add(new Keyed("carried", carried));
        }
        return new Computed(lines, shares, credit);
    }

    /** A monthly charge for so many days of so many, half up to the fen. */
    static long prorated(long monthlyFen, long days, long cycleDays) {
        if (monthlyFen < 0 || days < 0 || days > cycleDays) {
            throw new IllegalArgumentException(monthlyFen + " fen for " + days + " of " + cycleDays + " days");
        }
        long twice = Math.multiplyExact(Math.multiplyExact(monthlyFen, days), 2L);
        return Math.addExact(twice, cycleDays) / (2 * cycleDays);
    }

    private static Optional<Keyed> monthly(BillingPeriod period, LocalDate until, Spell spell) {
        LocalDate from = later(spell.from(), period.from());
        LocalDate end = until.isBefore(period.to()) ? until : period.to();
        LocalDate to = spell.to().filter(over -> over.isBefore(end)).orElse(end);
        long days = ChronoUnit.DAYS.between(from, to);
        if (days <= 0 || spell.monthlyFen() == 0) {
            return Optional.empty();
        }
        BillLine line = new BillLine(
                Kind.MONTHLY,
                spell.offering(),
                Optional.of(spell.product()),
                spell.subscriber(),
                none(),
                days,
                "",
                prorated(spell.monthlyFen(), days, period.cycleDays()),
                from,
                to,
                "");
        return Optional.of(new Keyed("monthly " + spell.product() + " " + from, line));
    }

    private static Keyed once(Once once) {
        return new Keyed(
                "once " + once.item(),
                new BillLine(
                        Kind.ONE_TIME,
                        once.offering(),
                        once.product(),
                        once.subscriber(),
                        none(),
                        1,
                        "",
                        once.fen(),
                        once.day(),
                        once.day().plusDays(1),
                        ""));
    }

    private record Meter(long product, String unit, long unitFen) {}

    private static List<Keyed> usage(BillingPeriod period, BillFacts facts) {
        Map<Meter, Long> counted = new TreeMap<>(Comparator.comparingLong(Meter::product)
                .thenComparing(Meter::unit)
                .thenComparingLong(Meter::unitFen));
        Map<Long, Spell> last = new LinkedHashMap<>();
        for (Used used : facts.uses()) {
            facts.spells().stream()
                    .filter(spell -> spell.product() == used.product() && spell.holds(used.day()))
                    .filter(spell -> spell.usageFen().getOrDefault(used.unit(), 0L) > 0)
                    .findFirst()
                    .ifPresent(spell -> {
                        last.put(used.product(), spell);
                        long fen = spell.usageFen().getOrDefault(used.unit(), 0L);
                        counted.merge(new Meter(used.product(), used.unit(), fen), used.quantity(), Math::addExact);
                    });
        }
        List<Keyed> lines = new ArrayList<>();
        counted.forEach((meter, quantity) -> {
            Spell spell = Objects.requireNonNull(last.get(meter.product()));
            BillLine line = new BillLine(
                    Kind.USAGE,
                    spell.offering(),
                    Optional.of(meter.product()),
                    spell.subscriber(),
                    none(),
                    quantity,
                    meter.unit(),
                    Math.multiplyExact(quantity, meter.unitFen()),
                    period.from(),
                    period.to(),
                    "");
            lines.add(new Keyed("usage " + meter.product() + " " + meter.unit() + " " + meter.unitFen(), line));
        });
        return lines;
    }

    /** What companies take off a member's bill, each part a line of its own; what they owe for it is added to the shares. */
    private static List<Keyed> split(List<Keyed> charges, Map<Long, List<Payer>> payers, List<Share> shares) {
        List<Keyed> credits = new ArrayList<>();
        new TreeMap<>(payers).forEach((subscriber, his) -> {
            List<Keyed> own = charges.stream()
                    .filter(one -> one.line().subscriber().equals(Optional.of(subscriber)))
                    .toList();
            BillSplit split = BillSplit.of(
                    own.stream()
                            .map(one -> new Charge(kind(one.line()), one.line().fen()))
                            .toList(),
                    his);
            for (BillSplit.Part part : split.parts()) {
                part.company().ifPresent(company -> {
                    Keyed of = own.get(part.charge());
                    String key = "company " + company + " " + of.key();
                    credits.add(new Keyed(key, part(Kind.PAID_BY_COMPANY, of.line(), company, -part.fen())));
                    shares.add(new Share(company, part(Kind.FOR_MEMBER, of.line(), company, part.fen())));
                });
            }
        });
        return credits;
    }

    private static BillLine part(Kind kind, BillLine of, long company, long fen) {
        return new BillLine(
                kind,
                of.offering(),
                of.product(),
                of.subscriber(),
                Optional.of(company),
                of.quantity(),
                of.unit(),
                fen,
                of.from(),
                of.to(),
                "");
    }

    /** Which kind of charge a company may pay this is. */
    static ChargeKind kind(BillLine line) {
        if (line.kind() != Kind.USAGE) {
            return line.kind() == Kind.MONTHLY ? ChargeKind.MONTHLY_FEE : ChargeKind.OTHER;
        }
        return switch (line.unit().toLowerCase(Locale.ROOT)) {
            case "minute", "min", "分钟" -> ChargeKind.VOICE;
            case "mb", "gb", "kb" -> ChargeKind.DATA;
            case "message", "sms", "mms", "条" -> ChargeKind.MESSAGES;
            case "hour", "小时" -> ChargeKind.WLAN;
            default -> ChargeKind.VALUE_ADDED;
        };
    }

    private static long sum(List<Keyed> lines) {
        return lines.stream().mapToLong(one -> one.line().fen()).reduce(0, Math::addExact);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Optional<Long> none() {
        return Optional.empty();
    }
}
