package org.omnihall.hall.messaging;

import java.util.Optional;

/** What every message passes before it is sent. */
final class Gate {

    /** Why a message was held back. */
    enum Reason {
        /** Advertising needs a consent, and there is no book of consents yet in which to look it up. */
        NO_CONSENT_ON_RECORD
    }

    private Gate() {}

    static Optional<Reason> holdsBack(Purpose purpose) {
        return switch (purpose) {
            case CODE, SERVICE -> Optional.empty();
            case MARKETING -> Optional.of(Reason.NO_CONSENT_ON_RECORD);
        };
    }
}
