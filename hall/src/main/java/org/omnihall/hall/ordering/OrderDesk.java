package org.omnihall.hall.ordering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.party.BillingAccount;
import org.springframework.stereotype.Component;

/** Takes an order in: asks the rules, prices it, and lets it wait for what it needs or begin. */
@Component
class OrderDesk {

    /** An order that may be placed, with its prices. */
    record Ready(Placing placing, PlacingRules.Facts facts, List<OrderItem> items) {}

    private final PlacingFacts facts;
    private final OrderTable table;
    private final OrderMoves moves;
    private final Trials trials;
    private final ApprovalLimits limits;
    private final Fulfilment fulfilment;

    OrderDesk(
            PlacingFacts facts,
            OrderTable table,
            OrderMoves moves,
            Trials trials,
            ApprovalLimits limits,
            Fulfilment fulfilment) {
        this.facts = facts;
        this.table = table;
        this.moves = moves;
        this.trials = trials;
        this.limits = limits;
        this.fulfilment = fulfilment;
    }

    PlacingRules.Facts facts(Placing placing, Instant now) {
        return facts.of(placing, now);
    }

    /** What is wished for, at today's prices. */
    List<OrderItem> priced(PlacingRules.Facts known, Instant now) {
        List<OrderItem> items = new ArrayList<>();
        for (PlacingRules.Line line : known.lines()) {
            Wish wish = line.wish();
            items.add(new OrderItem(
                    0,
                    wish.offering(),
                    wish.quantity(),
                    wish.action(),
                    wish.answers(),
                    facts.trialDays(wish),
                    wish.product(),
                    facts.charges(wish, line.product(), now)));
        }
        return items;
    }

    String areaPath(Placing placing) {
        return facts.areaPath(placing);
    }

    /** Lets a draft become an order; the caller holds it, and the rules have agreed. */
    Order enter(Order draft, Ready ready, By by, Instant now) {
        Optional<BillingAccount> account = ready.facts().account();
        Charges sum =
                OrderFlow.sum(ready.items().stream().map(OrderItem::charges).toList());
        long due = OrderFlow.dueNowFen(sum, account);
        Placing placing = ready.placing();
        table.putChannel(
                draft.id(),
                new Placing(
                        placing.client(),
                        placing.buyer(),
                        account.map(BillingAccount::id),
                        placing.channel(),
                        placing.journey(),
                        placing.wishes()),
                draft.quotedUntil(),
                now);
        table.putItems(draft.id(), ready.items(), due, true);
        for (OrderItem item : ready.items()) {
            if (item.isTrial() && !trials.take(placing.buyer(), item.offering(), draft.id())) {
                throw new IllegalStateException("tried at the same time: " + item.offering());
            }
        }
        boolean approval =
                OrderFlow.needsApproval(placing.buyer(), ready.facts().user(), limit(placing.buyer()), sum);
        return arrive(draft, OrderFlow.waitingFor(approval, due > 0), by, "", now);
    }

    /** Moves an order on; where it waits for nothing any more, the work begins. */
    Order arrive(Order before, OrderState state, By by, String remark, Instant now) {
        Order order = moves.move(before, state, by, remark, now);
        if (state == OrderState.ACKNOWLEDGED) {
            fulfilment.begin(order, now);
        }
        return table.find(order.id()).orElseThrow();
    }

    private Optional<Long> limit(Buyer buyer) {
        return switch (buyer) {
            case Buyer.Person person -> Optional.empty();
            case Buyer.Firm firm -> limits.of(firm.company());
        };
    }
}
