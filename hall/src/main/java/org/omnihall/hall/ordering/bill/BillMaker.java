package org.omnihall.hall.ordering.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.ordering.Bill;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.ordering.bill.BillFacts.Taken;
import org.omnihall.hall.ordering.bill.BillFacts.Used;
import org.omnihall.hall.ordering.bill.BillRules.Computed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the bills of periods that are over, one a period of an account, and keeps what the running ones have cost. */
@Component
class BillMaker {

    private final BillCycles cycles;
    private final BillFactsTable facts;
    private final Books books;
    private final BillSettings settings;
    private final AuditTrail audit;

    BillMaker(BillCycles cycles, BillFactsTable facts, Books books, BillSettings settings, AuditTrail audit) {
        this.cycles = cycles;
        this.facts = facts;
        this.books = books;
        this.settings = settings;
        this.audit = audit;
    }

    /** Where bills are written and told. */
    @Component
    record Books(BillTable table, BillRates rates, BillPendings pendings, BillNews news) {}

    /**
     * Bills the next period of an account if it is over.
     *
     * @return whether it was; the one after may be over as well
     */
    @Transactional
    boolean close(long account, LocalDate today) {
        Optional<BillCycle> due = cycles.locked(account)
                .filter(cycle -> cycle.ours() && !cycle.next().to().isAfter(today));
        due.ifPresent(this::close);
        return due.isPresent();
    }

    private void close(BillCycle cycle) {
        BillingPeriod period = cycle.next();
        BillFacts known = facts.of(cycle, period.to());
        List<Used> uses = known.uses().stream().filter(known::holds).toList();
        books.table().standing(cycle.account(), period.month()).stream()
                .filter(bill -> bill.source() == Bill.Source.BOSS)
                .findFirst()
                .ifPresentOrElse(
                        told -> passOver(cycle, known, uses, told.id()),
                        () -> make(cycle, known)
                                .ifPresent(id -> books.pendings().taken(known.pending(), uses, id)));
        cycles.advance(cycle);
    }

    /** What BOSS told holds what was used and what is paid for members; what puts our own bills right waits for the next of them. */
    private void passOver(BillCycle cycle, BillFacts known, List<Used> uses, long told) {
        List<Taken> forMembers = known.pending().stream()
                .filter(one -> one.line().kind() == BillLine.Kind.FOR_MEMBER)
                .toList();
        books.rates().putRunning(cycle, List.of());
        books.pendings().taken(forMembers, uses, told);
    }

    /** Nothing where there is nothing to be billed. */
    private Optional<Long> make(BillCycle cycle, BillFacts known) {
        BillingPeriod period = cycle.next();
        Computed computed = BillRules.compute(period, period.to(), known);
        books.rates().putRunning(cycle, computed.lines());
        if (computed.lines().isEmpty()) {
            return Optional.empty();
        }
        long id = write(new BillTable.Draft(cycle, period, Bill.Source.OWN, computed.totalFen(), Optional.empty()));
        LocalDate last = period.to().minusDays(1);
        computed.shares()
                .forEach(share -> cycles.payingAccount(share.company()).ifPresent(payer -> {
                    cycles.enrol(payer, last);
                    books.pendings().insert(payer, share.line(), last, Optional.of(id));
                }));
        if (computed.carriedFen() > 0) {
            books.pendings()
                    .insert(cycle.account(), carried(period, computed.carriedFen()), period.to(), Optional.of(id));
        }
        return Optional.of(id);
    }

    /** Writes a bill over the lines that run, and tells of it. */
    long write(BillTable.Draft draft) {
        long id = books.table().insert(draft, draft.period().to().plusDays(settings.dueDays() - 1L));
        long account = draft.cycle().account();
        books.rates().bill(account, id);
        audit.record(
                "system",
                "bill.made",
                "billing-account:" + account,
                draft.period().month() + " " + draft.totalFen() + " fen " + draft.source());
        books.news().made(books.table().find(id).orElseThrow(), draft.cycle());
        return id;
    }

    /** Takes a bill out of the count: one of another sum is told of its month, and what followed from this one goes. */
    void replace(Bill bill) {
        books.table().replace(bill.id());
        books.pendings().touchedBy(bill.id()).forEach(cycles::locked);
        books.pendings().takeBack(bill.id()).forEach(cycles::forget);
    }

    /** Takes bills out of the count in whose place one of the same sum stands: what followed from them follows from it now. */
    void replace(List<Bill> bills, BillTable.Draft told) {
        bills.forEach(bill -> books.table().replace(bill.id()));
        long id = write(told);
        bills.forEach(bill -> books.pendings().handOn(bill.id(), id));
    }

    private static BillLine carried(BillingPeriod period, long fen) {
        return new BillLine(
                BillLine.Kind.CARRIED_ON,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                "",
                -fen,
                period.from(),
                period.to(),
                "");
    }

    /** Computes what the running period has cost up to today, today included. */
    @Transactional
    void refresh(long account, LocalDate today) {
        cycles.locked(account).filter(BillCycle::ours).ifPresent(cycle -> {
            LocalDate tomorrow = today.plusDays(1);
            LocalDate until = tomorrow.isBefore(cycle.next().to())
                    ? tomorrow
                    : cycle.next().to();
            if (cycle.next().from().isBefore(until)) {
                books.rates()
                        .putRunning(
                                cycle,
                                BillRules.compute(cycle.next(), until, facts.of(cycle, until))
                                        .lines());
            }
            cycles.computed(account, today);
        });
    }
}
