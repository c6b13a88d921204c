package org.omnihall.hall.console.desk;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.omnihall.hall.catalogue.Business;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.console.desk.DeskCounter.Served;
import org.omnihall.hall.decision.Diversion;
import org.omnihall.hall.interaction.Handover;
import org.omnihall.hall.interaction.HandoverChange;
import org.omnihall.hall.interaction.Handovers;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Orders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Hands over and has the diversion written down that it is, both or neither (requirements B26, B27, B29). */
@Component
class HandingOver {

    private final Handovers handovers;
    private final Elsewhere elsewhere;
    private final Orders orders;

    HandingOver(Handovers handovers, Elsewhere elsewhere, Orders orders) {
        this.handovers = handovers;
        this.elsewhere = elsewhere;
        this.orders = orders;
    }

    /**
     * What is to be handed over.
     *
     * @param types the types of business that the other channel must be able to complete
     */
    record Subject(Optional<Order> order, Business business, String code, Set<String> types) {}

    /** Nothing was diverted where the hand-over is refused, so nothing is written down. */
    @Transactional
    public HandoverChange give(Served served, Subject subject, Channel to, String remark) {
        if (hasEnded(subject)) {
            return new HandoverChange.Refused(HandoverChange.Reason.NOT_NOW);
        }
        Diversion advice = elsewhere.decide(served, subject.business());
        boolean steered = advice.to().filter(to.id()::equals).isPresent();
        HandoverChange change = handovers.give(
                new Handover.Draft(
                        matter(served, subject, remark),
                        subject.types(),
                        new Handover.Way(
                                served.here().id(),
                                to.id(),
                                steered ? advice.reason() : "CHOSEN",
                                advice.principles())),
                served.visit().login());
        if (change instanceof HandoverChange.Refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return change;
    }

    /** Held until the hand-over is there, so that the order's end finds it. */
    private boolean hasEnded(Subject subject) {
        return subject.order()
                .flatMap(order -> orders.held(order.id()))
                .filter(order -> order.state().isEnd())
                .isPresent();
    }

    private static Handover.Matter matter(Served served, Subject subject, String remark) {
        Handover.Thing thing = subject.order()
                .map(order -> order.state() == OrderState.DRAFT ? Handover.Thing.CART : Handover.Thing.ORDER)
                .orElse(Handover.Thing.WISH);
        UUID journey = subject.order().map(Order::journey).orElse(served.visit().journey());
        return new Handover.Matter(
                journey, served.visit().whom(), thing, subject.order().map(Order::id), subject.code(), remark);
    }
}
