package org.omnihall.hall.access.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactKind;

/** Which steps of a login are contacts with a customer, and with whom. */
class StepContactTest {

    @Test
    void tellsOfPageCodeSlotAndLogin() {
        List<ContactKind> told = new ArrayList<>();
        for (Step step : Step.values()) {
            StepContact.of(step, "").ifPresent(contact -> told.add(contact.kind()));
        }
        assertThat(told)
                .containsExactly(
                        ContactKind.PAGE_SEEN, ContactKind.CODE_ASKED, ContactKind.SLOT_SHOWN, ContactKind.LOGIN);
    }

    @Test
    void knowsNobodyByANumberThatWasOnlyTyped() {
        for (Step step : Step.values()) {
            assertThat(StepContact.of(step, "").map(StepContact::known).orElse(false))
                    .as(step.name())
                    .isEqualTo(step == Step.SLOT_SHOWN || step == Step.ACCESS_ACCEPTED);
        }
        for (Drop drop : Drop.values()) {
            boolean later = drop.before().compareTo(Step.AC_ACCEPTED) >= 0;
            assertThat(StepContact.of(drop.before(), drop.name())
                            .map(StepContact::known)
                            .orElse(false))
                    .as(drop.name())
                    .isEqualTo(later);
        }
    }

    @Test
    void endsAContactWithTheReasonWhyItStopped() {
        assertThat(StepContact.of(Step.CODE_VERIFIED, Drop.CODE_WRONG.name()))
                .isEqualTo(Optional.of(new StepContact(ContactKind.LOGIN, false, "CODE_WRONG")));
        assertThat(StepContact.of(Step.AC_ACCEPTED, Drop.AC_BUSY.name()))
                .isEqualTo(Optional.of(new StepContact(ContactKind.LOGIN, true, "AC_BUSY")));
        for (Drop drop : Drop.values()) {
            assertThat(drop.name().length()).isLessThanOrEqualTo(Contact.LONGEST_OUTCOME);
        }
    }
}
