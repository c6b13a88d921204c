package org.omnihall.hall.messaging;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.omnihall.hall.party.Consent;
import org.omnihall.hall.party.ConsentPurpose;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.shell.ShellSettings;
import org.springframework.stereotype.Component;

/**
 * What every message passes before it is sent: consent, quiet hours, caps, in this order (requirement B34). A code is never held back. What falls
 * into quiet hours waits for their end, and is counted for that day.
 */
@Component
class Gate {

    private final Consents consents;
    private final ContactLimits limits;
    private final ZoneId zone;

    Gate(Consents consents, ContactLimits limits, ShellSettings settings) {
        this.consents = consents;
        this.limits = limits;
        this.zone = settings.zone();
    }

    /** What the gate says. */
    sealed interface Pass {

        /** Not before this moment. */
        record From(Instant moment) implements Pass {}

        record HeldBack(Reason reason) implements Pass {}
    }

    /** Asks, and where it lets the message pass takes one of the customer's caps: to be called in the transaction that writes the message. */
    Pass ask(Outgoing message, long subscriber, Instant now) {
        boolean needsConsent = switch (message.purpose()) {
            case CODE, SERVICE -> false;
            case MARKETING -> true;
        };
        if (needsConsent
                && !consents.allows(PartyRef.subscriber(subscriber), ConsentPurpose.MARKETING, Consent.Medium.SMS)) {
            return new Pass.HeldBack(Reason.NO_CONSENT_ON_RECORD);
        }
        return limits.of(message.purpose())
                .map(limit -> ask(limit, message, subscriber, now))
                .orElseGet(() -> new Pass.From(now));
    }

    private Pass ask(ContactLimit limit, Outgoing message, long subscriber, Instant now) {
        Instant from = limit.quiet().next(now, zone);
        if (!from.isBefore(message.validUntil())) {
            return new Pass.HeldBack(Reason.QUIET_TOO_LONG);
        }
        Optional<Reason> usedUp =
                limits.take(limit, subscriber, from.atZone(zone).toLocalDate());
        return usedUp.<Pass>map(Pass.HeldBack::new).orElseGet(() -> new Pass.From(from));
    }
}
