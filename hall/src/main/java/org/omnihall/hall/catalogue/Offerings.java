package org.omnihall.hall.catalogue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnihall.hall.catalogue.LifeCycle.Action;
import org.omnihall.hall.database.Snapshot;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What there is to buy. An operator has some hundreds of offerings, kept in memory with their prices; a change is seen on this node when it
 * is done, on others within two seconds.
 */
@Component
public class Offerings {

    private final OfferingTable table;
    private final ObjectProvider<FulfilmentSteps> steps;
    private final Snapshot<Shelf> known;

    Offerings(OfferingTable table, ObjectProvider<FulfilmentSteps> steps) {
        this.table = table;
        this.steps = steps;
        this.known = new Snapshot<>(table::version, table::shelf);
    }

    /** The offering of this code, whatever its state. */
    public Optional<ProductOffering> find(String code) {
        return shelf().find(code);
    }

    /** All offerings in the order of their codes, whatever their state. */
    public List<ProductOffering> all() {
        return shelf().offerings();
    }

    /** The names of all offerings in a language, by code. */
    public Map<String, String> names(Locale language) {
        return all().stream().collect(Collectors.toMap(ProductOffering::code, one -> one.name(language)));
    }

    /** What somebody of this kind can order at a moment: it is for him, in a state that can be ordered, priced, and can be fulfilled. */
    public List<ProductOffering> sellable(Instant at, BuyerKind buyer) {
        return offered(Action.ORDER, at, buyer);
    }

    /** What somebody of this kind can try at a moment. */
    public List<ProductOffering> tryable(Instant at, BuyerKind buyer) {
        return offered(Action.TRY, at, buyer);
    }

    /** What keeps an offering from being in a published state at a moment; empty where nothing does. */
    public List<Obstacle> obstacles(ProductOffering offering, LifeCycle wanted, Instant at) {
        return shelf().obstacles(offering, wanted, at, stepKinds());
    }

    /** The kinds of steps that can be executed today. */
    public Set<String> stepKinds() {
        Set<String> kinds = new HashSet<>();
        steps.forEach(some -> kinds.addAll(some.kinds()));
        return kinds;
    }

    Shelf shelf() {
        return known.value();
    }

    /** The shelf as it is now, held against other changes until the transaction ends. */
    Shelf begin() {
        table.raiseVersion();
        known.changed();
        return table.shelf();
    }

    @Scheduled(fixedDelay = 1000)
    void refresh() {
        known.refresh();
    }

    private List<ProductOffering> offered(Action action, Instant at, BuyerKind buyer) {
        Shelf shelf = shelf();
        Set<String> kinds = stepKinds();
        return shelf.offerings().stream()
                .filter(one -> one.buyers().contains(buyer) && one.allows(action))
                .filter(one -> shelf.obstacles(one, one.state(), at, kinds).isEmpty())
                .toList();
    }
}
