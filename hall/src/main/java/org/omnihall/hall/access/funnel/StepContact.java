package org.omnihall.hall.access.funnel;

import java.util.Optional;
import org.omnihall.hall.interaction.ContactKind;

/**
 * What a step, or a drop before it, is to the contact log.
 *
 * @param known whether the attempt has proved by then who the customer is: a number that was only typed is nobody's
 */
record StepContact(ContactKind kind, boolean known, String outcome) {

    private static final String DONE = "DONE";

    /** Most steps are between machines, or are told by another step or by messaging; they are no contact. */
    static Optional<StepContact> of(Step step, String reason) {
        return reason.isEmpty() ? reached(step) : dropped(step, reason);
    }

    private static Optional<StepContact> reached(Step step) {
        return switch (step) {
            case PAGE_SHOWN -> Optional.of(new StepContact(ContactKind.PAGE_SEEN, false, DONE));
            case CODE_SENT -> Optional.of(new StepContact(ContactKind.CODE_ASKED, false, DONE));
            case SLOT_SHOWN -> Optional.of(new StepContact(ContactKind.SLOT_SHOWN, true, DONE));
            case ACCESS_ACCEPTED -> Optional.of(new StepContact(ContactKind.LOGIN, true, DONE));
            case REDIRECTED, NUMBER_GIVEN, CODE_DELIVERED, CODE_VERIFIED, AC_ACCEPTED, ACCOUNTING_STARTED ->
                Optional.empty();
        };
    }

    private static Optional<StepContact> dropped(Step before, String reason) {
        return switch (before) {
            case NUMBER_GIVEN, CODE_SENT -> Optional.of(new StepContact(ContactKind.CODE_ASKED, false, reason));
            case CODE_VERIFIED -> Optional.of(new StepContact(ContactKind.LOGIN, false, reason));
            case AC_ACCEPTED, ACCESS_ACCEPTED -> Optional.of(new StepContact(ContactKind.LOGIN, true, reason));
            case REDIRECTED, PAGE_SHOWN, CODE_DELIVERED, SLOT_SHOWN, ACCOUNTING_STARTED -> Optional.empty();
        };
    }
}
