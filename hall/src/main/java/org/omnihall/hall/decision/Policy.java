package org.omnihall.hall.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that a choice needs to know besides the request, as of one version.
 *
 * @param permille how many of a thousand customers see no offers
 */
record Policy(long version, List<SlotItem> items, int permille, String salt) {

    Policy {
        items = List.copyOf(items);
    }

    /**
     * What was drawn.
     *
     * @param shown what is shown, with the probability of just this
     * @param would the offer that a customer of the hold-out would have seen
     */
    record Drawn(List<Draw.Chance> candidates, Optional<Draw.Chance> shown, Optional<SlotItem> would, boolean heldOut) {

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

    Optional<SlotItem> item(String code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }

    /** Pure. Who is held out gets what is left when the offers are taken away, by the same luck. */
    Drawn draw(SlotRequest request, Optional<CustomerBand> band) {
        List<SlotItem> fitting =
                items.stream().filter(item -> item.fits(request, band)).toList();
        List<Draw.Chance> all = Draw.chances(fitting);
        double luck = Draw.luck(request.choice());
        Optional<Draw.Chance> drawn = Draw.pick(all, luck);
        boolean heldOut = request.subscriber()
                .filter(subscriber -> Draw.isHeldOut(subscriber, permille, salt))
                .isPresent();
        Optional<SlotItem> would = heldOut ? drawn.map(Draw.Chance::item).filter(SlotItem::isOffer) : Optional.empty();
        if (would.isEmpty()) {
            return new Drawn(all, drawn, would, heldOut);
        }
        List<Draw.Chance> rest =
                Draw.chances(fitting.stream().filter(item -> !item.isOffer()).toList());
        return new Drawn(all, Draw.pick(rest, luck), would, true);
    }
}
