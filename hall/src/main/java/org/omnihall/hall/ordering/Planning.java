package org.omnihall.hall.ordering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnihall.hall.catalogue.Offerings;
import org.omnihall.hall.catalogue.ProductOffering;
import org.springframework.stereotype.Component;

/** Lays out the steps of an order when nothing is waited for any more: as the catalogue plans them then. */
@Component
class Planning {

    private static final String GONE = "offering.gone";

    private final Offerings offerings;
    private final FulfilmentKinds kinds;
    private final StepTable steps;

    Planning(Offerings offerings, FulfilmentKinds kinds, StepTable steps) {
        this.offerings = offerings;
        this.kinds = kinds;
        this.steps = steps;
    }

    /** Writes the steps of the order, none of them due. */
    List<Step> lay(Order order) {
        List<Step> laid = new ArrayList<>();
        order.items().forEach(item -> laid.addAll(of(item, laid.size())));
        laid.forEach(step -> steps.insert(order.id(), step));
        return steps.of(order.id());
    }

    private List<Step> of(OrderItem item, int first) {
        return switch (item.action()) {
            case ADD -> forwards(item, first, plan(item.offering()).toList());
            case CHANGE ->
                forwards(
                        item,
                        first,
                        plan(item.offering()).filter(this::runsOnChange).toList());
            case TERMINATE ->
                backwards(
                        item, first, steps.madeOf(item.product().orElseThrow()).reversed());
        };
    }

    private record Planned(String offering, String kind) {}

    /**
     * The plan of an offering; that of a bundle is those of its parts, each as often as it is in it. One that was taken out of the catalogue
     * while the order waited has a step that nobody executes, so that the order fails with a reason.
     */
    private Stream<Planned> plan(String offering) {
        return offerings.find(offering).map(one -> plan(one)).orElseGet(() -> Stream.of(new Planned(offering, GONE)));
    }

    private Stream<Planned> plan(ProductOffering offering) {
        return offering.isBundle()
                ? offering.bundle().parts().stream()
                        .flatMap(part -> Stream.generate(part::offering).limit(part.quantity()))
                        .flatMap(part -> plan(part))
                : offering.fulfilment().stream().map(kind -> new Planned(offering.code(), kind));
    }

    private boolean runsOnChange(Planned planned) {
        return kinds.find(planned.kind()).filter(FulfilmentPort::runsOnChange).isPresent();
    }

    private static List<Step> forwards(OrderItem item, int first, List<Planned> plan) {
        List<Step> laid = new ArrayList<>();
        for (Planned planned : plan) {
            int place = first + laid.size();
            String key = item.id() + "." + place;
            laid.add(step(item, place, planned, key, Step.Direction.RUN, Map.of()));
        }
        return laid;
    }

    private static List<Step> backwards(OrderItem item, int first, List<Step> made) {
        List<Step> laid = new ArrayList<>();
        for (Step one : made) {
            Planned planned = new Planned(one.offering(), one.kind());
            laid.add(step(item, first + laid.size(), planned, one.key(), Step.Direction.TAKE_BACK, one.result()));
        }
        return laid;
    }

    private static Step step(
            OrderItem item,
            int place,
            Planned planned,
            String key,
            Step.Direction direction,
            Map<String, String> result) {
        return new Step(
                0,
                item.id(),
                place,
                planned.kind(),
                planned.offering(),
                key,
                direction,
                Step.State.WAITING,
                0,
                Optional.empty(),
                result,
                "");
    }
}
