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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands over and has the diversion written down that it is, both or neither (requirements B26, B27, B29). */
@Component
class HandingOver {

    private final Handovers handovers;
    private final Elsewhere elsewhere;

    HandingOver(Handovers handovers, Elsewhere elsewhere) {
        this.handovers = handovers;
        this.elsewhere = elsewhere;
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
        Diversion advice = elsewhere.look(served, subject.business());
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
        if (change instanceof HandoverChange.Done) {
            elsewhere.decide(served, subject.business());
        }
        return change;
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
