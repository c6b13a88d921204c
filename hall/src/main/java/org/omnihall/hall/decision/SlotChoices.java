package org.omnihall.hall.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Snapshot;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place where it is decided what a slot shows, on whatever touchpoint. An answer leaves only after its record is durable, and one journey
 * gets one answer in each place.
 */
@Component
public class SlotChoices {

    private final SlotTable table;
    private final ChoiceBook book;
    private final CustomerBands bands;
    private final AuditTrail audit;
    private final Snapshot<Policy> known;

    SlotChoices(SlotTable table, ChoiceBook book, CustomerBands bands, AuditTrail audit) {
        this.table = table;
        this.book = book;
        this.bands = bands;
        this.audit = audit;
        this.known = new Snapshot<>(table::version, table::policy);
    }

    public SlotChoice choose(SlotRequest request) {
        Policy policy = known.value();
        Optional<CustomerBand> band = request.subscriber().flatMap(bands::of);
        Policy.Drawn drawn = policy.draw(request, band);
        if (book.write(request, policy.version(), drawn, band)) {
            return new SlotChoice(
                    request.choice(),
                    drawn.shown().map(Draw.Chance::item),
                    drawn.shown().map(Draw.Chance::probability).orElse(1.0),
                    drawn.reason());
        }
        return find(request.choice()).orElseThrow();
    }

    /** What was chosen before. */
    public Optional<SlotChoice> find(UUID choice) {
        return book.find(choice).map(before -> {
            return new SlotChoice(
                    choice,
                    before.item().flatMap(this::item),
                    before.probability(),
                    SlotReason.of(
                            before.item().isPresent(),
                            before.would().isPresent(),
                            before.candidates(),
                            before.probability()));
        });
    }

    List<SlotItem> items() {
        return known.value().items();
    }

    Optional<SlotItem> item(String code) {
        return known.value().items().stream()
                .filter(item -> item.code().equals(code))
                .findFirst();
    }

    /** The customer wanted to know more. */
    public void clicked(UUID choice, Instant at) {
        book.came(choice, Outcome.CLICKED, at);
    }

    /** Writes an item, new or in the place of the one with its code. */
    @Transactional
    public void put(SlotItem item, String actor) {
        table.raiseVersion();
        known.changed();
        table.put(item);
        audit.record(
                actor,
                "slot.put",
                "slot-item:" + item.code(),
                item.state() + " " + item.weight() + " " + item.places() + " " + item.bands() + " " + item.areaPath());
    }

    /** @param permille of a thousand customers that see no offers, from 0 to 500 */
    @Transactional
    public void holdOut(int permille, String actor) {
        table.raiseVersion();
        known.changed();
        table.holdOut(permille);
        audit.record(actor, "slot.hold-out", "hold-out", permille + " of 1000");
    }

    int permille() {
        return known.value().permille();
    }

    @Scheduled(fixedDelay = 1000)
    void refresh() {
        known.refresh();
    }
}
