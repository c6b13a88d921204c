package org.omnihall.hall.access.login;

import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.access.funnel.Funnel;
import org.omnihall.hall.access.funnel.Step;
import org.omnihall.hall.messaging.MessageSettled;
import org.omnihall.hall.messaging.Purpose;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down how the messages fared that carried codes, whether or not the person ever looks at the page again. */
@Component
class CodeMessages {

    private final Attempts attempts;
    private final Funnel funnel;

    CodeMessages(Attempts attempts, Funnel funnel) {
        this.attempts = attempts;
        this.funnel = funnel;
    }

    @EventListener
    void settled(MessageSettled settled) {
        if (settled.purpose() != Purpose.CODE) {
            return;
        }
        attempts.find(settled.journey()).ifPresent(attempt -> {
            switch (settled.state()) {
                case DELIVERED -> funnel.reached(attempt.where(), Step.CODE_DELIVERED, settled.at());
                case FAILED, EXPIRED, REFUSED ->
                    funnel.dropped(
                            attempt.where(),
                            Drop.CODE_NOT_DELIVERED,
                            settled.state().name(),
                            settled.at());
                case QUEUED, SUBMITTED, UNKNOWN -> {}
            }
        });
    }
}
