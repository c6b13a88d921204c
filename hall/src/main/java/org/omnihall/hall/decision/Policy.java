package org.omnihall.hall.decision;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** All that a choice needs to know besides the request, as of one version. */
final class Policy {

    /** So many sets of candidates are remembered: more than places, bands and Areas make of the items of an operator. */
    private static final int MOST_SETS = 10_000;

    private final long version;
    private final List<SlotItem> items;
    private final int permille;
    private final String salt;
    private final Map<BitSet, Candidates> sets = new ConcurrentHashMap<>();

    /** @param permille how many of a thousand customers see no offers */
    Policy(long version, List<SlotItem> items, int permille, String salt) {
        this.version = version;
        this.items = List.copyOf(items);
        this.permille = permille;
        this.salt = salt;
    }

    /**
     * What was drawn.
     *
     * @param shown what is shown, with the probability of just this
     * @param would the offer that a customer of the hold-out would have seen
     */
    record Drawn(Candidates candidates, Optional<Draw.Chance> shown, Optional<SlotItem> would, boolean heldOut) {

        SlotChoice choice(UUID id) {
            double probability = shown.map(Draw.Chance::probability).orElse(1.0);
            return new SlotChoice(id, shown.map(Draw.Chance::item), probability, reason());
        }

        SlotReason reason() {
            return SlotReason.of(
                    shown.isPresent(),
                    would.isPresent(),
                    candidates.size(),
                    shown.map(Draw.Chance::probability).orElse(1.0));
        }
    }

    long version() {
        return version;
    }

    List<SlotItem> items() {
        return items;
    }

    int permille() {
        return permille;
    }

    Optional<SlotItem> item(String code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }

    /** The same request gets the same answer. Who is held out gets what is left when the offers are taken away, by the same luck. */
    Drawn draw(SlotRequest request, Optional<CustomerBand> band) {
        Candidates all = among(item -> item.fits(request, band));
        double luck = Draw.luck(request.choice());
        Optional<Draw.Chance> drawn = Draw.pick(all.chances(), luck);
        boolean heldOut = request.subscriber()
                .filter(subscriber -> Draw.isHeldOut(subscriber, permille, salt))
                .isPresent();
        Optional<SlotItem> would = heldOut ? drawn.map(Draw.Chance::item).filter(SlotItem::isOffer) : Optional.empty();
        if (would.isEmpty()) {
            return new Drawn(all, drawn, would, heldOut);
        }
        Candidates rest = among(item -> item.fits(request, band) && !item.isOffer());
        return new Drawn(all, Draw.pick(rest.chances(), luck), would, true);
    }

    private Candidates among(Predicate<SlotItem> fitting) {
        BitSet which = new BitSet(items.size());
        for (int i = 0; i < items.size(); i++) {
            which.set(i, fitting.test(items.get(i)));
        }
        if (sets.size() >= MOST_SETS) {
            sets.clear();
        }
        return sets.computeIfAbsent(
                which, set -> Candidates.of(set.stream().mapToObj(items::get).toList()));
    }
}
