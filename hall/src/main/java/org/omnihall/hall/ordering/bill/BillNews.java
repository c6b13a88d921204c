package org.omnihall.hall.ordering.bill;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.StateLine;
import org.omnihall.hall.interaction.StateSource;
import org.omnihall.hall.openapi.Announcements;
import org.omnihall.hall.ordering.Bill;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.shell.Amounts;
import org.omnihall.tmf.Happening;
import org.springframework.stereotype.Component;

/** Tells of bills in the transaction that makes or changes them: to the hub, and on the cards of the subscribers on them (requirement B23). */
@Component
class BillNews {

    private final Announcements announcements;
    private final Cards cards;
    private final BillTable table;
    private final OperatorDays days;

    BillNews(Announcements announcements, Cards cards, BillTable table, OperatorDays days) {
        this.announcements = announcements;
        this.cards = cards;
        this.table = table;
        this.days = days;
    }

    void made(Bill bill, BillCycle cycle) {
        tell(bill, cycle, Happening.CREATE);
    }

    void changed(Bill bill, BillCycle cycle) {
        tell(bill, cycle, Happening.STATE);
    }

    /** A card shows the last bill only: who is on a later one is told nothing of this. */
    private void tell(Bill bill, BillCycle cycle, Happening happening) {
        announcements.announce("customerBill", Long.toString(bill.id()), happening);
        if (!cycle.isCompanys()) {
            Map<Long, List<StateLine>> lines = lines(bill, days.now());
            lines.keySet().removeAll(table.billedLater(bill));
            cards.state(StateSource.BILLS, lines);
        }
    }

    /** By subscriber. */
    private static Map<Long, List<StateLine>> lines(Bill bill, Instant now) {
        Map<Long, List<StateLine>> lines = new HashMap<>();
        bill.lines().stream()
                .map(BillLine::subscriber)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(subscriber -> lines.put(subscriber, List.of(line(bill, bill.ofSubscriber(subscriber), now))));
        return lines;
    }

    private static StateLine line(Bill bill, long fen, Instant now) {
        boolean settled = bill.state() == Bill.State.SETTLED;
        String sum = Amounts.yuan(fen);
        return new StateLine(
                StateLine.Kind.BILL,
                bill.month().toString(),
                bill.state().name(),
                now,
                bill.month() + " 账单 " + sum + " 元," + (settled ? "已付清" : bill.due() + " 前付清"),
                "Bill of " + bill.month() + ": " + sum + " yuan, " + (settled ? "settled" : "due on " + bill.due()));
    }
}
