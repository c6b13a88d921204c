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
    private final ChoiceQueue queue;
    private final AuditTrail audit;
    private final Snapshot<Policy> known;

    SlotChoices(SlotTable table, ChoiceBook book, ChoiceQueue queue, AuditTrail audit) {
        this.table = table;
        this.book = book;
        this.queue = queue;
        this.audit = audit;
        this.known = new Snapshot<>(table::version, table::policy);
    }

    /** @throws ChoiceNotKept where it could not be made durable */
    public SlotChoice choose(SlotRequest request) {
        return switch (queue.ask(new SlotInquiry(request, known.value(), Optional.empty()))) {
            case SlotAnswer.Chosen chosen -> chosen.choice();
            case SlotAnswer.UnknownCustomer unknown -> throw new IllegalStateException("asked for no customer of ours");
        };
    }

    /**
     * The same for an asker outside, who may name anybody, and who gets words that are kept with the choice.
     *
     * @throws ChoiceNotKept where it could not be made durable
     */
    public SlotAnswer choose(SlotRequest request, SlotTelling telling) {
        return queue.ask(new SlotInquiry(request, known.value(), Optional.of(telling)));
    }

    /** What a page shows, the same as often as it is looked at; nothing where the choice could not be kept: the page goes without it. */
    public Optional<SlotChoice> show(SlotRequest request) {
        return find(request.choice()).or(() -> kept(request));
    }

    private Optional<SlotChoice> kept(SlotRequest request) {
        try {
            return Optional.of(choose(request));
        } catch (ChoiceNotKept lost) {
            return Optional.empty(); // counted by the queue
        }
    }

    /** What a customer of this band would be shown; nothing is written down. Pure but for the policy in force. */
    public SlotChoice consider(SlotRequest request, Optional<CustomerBand> band) {
        return known.value().draw(request, band).choice(request.choice());
    }

    /** What was chosen before. */
    public Optional<SlotChoice> find(UUID choice) {
        return book.find(List.of(choice)).values().stream()
                .findFirst()
                .map(before -> before.answer(choice, known.value()).choice());
    }

    List<SlotItem> items() {
        return known.value().items();
    }

    Optional<SlotItem> item(String code) {
        return known.value().item(code);
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
