package org.omnihall.hall.decision;

import java.util.Optional;

/**
 * A request on its way to its answer.
 *
 * @param policy as of the moment of the asking
 * @param telling how the answer is put into words that are kept with it; nothing where it is only shown
 */
record SlotInquiry(SlotRequest request, Policy policy, Optional<SlotTelling> telling) {

    /** Pure: what is chosen for such a customer, as it is to be written down. */
    ChoiceRecord decide(Optional<CustomerBand> band) {
        Policy.Drawn drawn = policy.draw(request, band);
        SlotChoice choice = drawn.choice(request.choice());
        return new ChoiceRecord(
                choice, request, policy.version(), drawn, band, telling.map(how -> how.tell(request, choice)));
    }
}
