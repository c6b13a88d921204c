package org.omnihall.hall.messaging;

import java.util.Optional;

/** What every message passes before it is sent. */
final class Gate {

    private Gate() {}

    static Optional<Reason> holdsBack(Purpose purpose) {
        return switch (purpose) {
            case CODE, SERVICE -> Optional.empty();
            case MARKETING -> Optional.of(Reason.NO_CONSENT_ON_RECORD);
        };
    }
}
