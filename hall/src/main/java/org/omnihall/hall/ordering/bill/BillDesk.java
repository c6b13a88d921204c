package org.omnihall.hall.ordering.bill;

import java.time.LocalDate;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.ordering.Bill;
import org.omnihall.hall.ordering.BillLine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with bills: settle one, put the next one right, choose the day on which periods begin. */
@Component
class BillDesk {

    private final BillTable table;
    private final BillCycles cycles;
    private final BillPendings pendings;
    private final BillNews news;
    private final Around around;

    BillDesk(BillTable table, BillCycles cycles, BillPendings pendings, BillNews news, Around around) {
        this.table = table;
        this.cycles = cycles;
        this.pendings = pendings;
        this.news = news;
        this.around = around;
    }

    /** The day, and the trail. */
    @Component
    record Around(OperatorDays days, AuditTrail audit) {}

    /** A line that puts an earlier bill right, or a good one better. */
    record Correction(long fen, Optional<Long> subscriber, String remark) {}

    /** False where it is not waiting to be paid. */
    @Transactional
    boolean settle(long id, String receipt, String actor) {
        Optional<Bill> open = table.locked(id).filter(bill -> bill.state() == Bill.State.ISSUED);
        open.ifPresent(bill -> {
            table.settle(id, receipt);
            around.audit().record(actor, "bill.settled", "billing-account:" + bill.account(), id + " " + receipt);
            cycles.find(bill.account())
                    .ifPresent(cycle -> news.changed(table.find(id).orElseThrow(), cycle));
        });
        return open.isPresent();
    }

    /** Goes on the bill of the period that runs. */
    @Transactional
    void correct(BillCycle cycle, Correction correction, String actor) {
        LocalDate today = around.days().today();
        BillLine line = new BillLine(
                BillLine.Kind.CORRECTION,
                "",
                Optional.empty(),
                correction.subscriber(),
                Optional.empty(),
                1,
                "",
                correction.fen(),
                today,
                today.plusDays(1),
                correction.remark());
        pendings.insert(cycle.account(), line, today, Optional.empty());
        around.audit()
                .record(
                        actor,
                        "bill.correction",
                        "billing-account:" + cycle.account(),
                        correction.fen() + " fen " + correction.remark());
    }

    @Transactional
    void putDay(BillCycle cycle, int day, String actor) {
        cycles.locked(cycle.account()).ifPresent(held -> cycles.putDay(held, day));
        around.audit().record(actor, "bill.cycle", "billing-account:" + cycle.account(), "day " + day);
    }
}
