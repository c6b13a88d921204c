package org.omnihall.hall.decision;

import java.util.Optional;

/**
 * A choice with all that is written down of it.
 *
 * @param version of the policy that chose
 * @param told what its asker got, word for word, where it is kept
 */
record ChoiceRecord(
        SlotChoice choice,
        SlotRequest request,
        long version,
        Policy.Drawn drawn,
        Optional<CustomerBand> band,
        Optional<String> told) {

    SlotAnswer.Chosen answer() {
        return new SlotAnswer.Chosen(choice, told);
    }
}
