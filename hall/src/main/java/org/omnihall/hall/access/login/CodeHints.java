package org.omnihall.hall.access.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.State;
import org.omnihall.hall.access.code.Code;
import org.omnihall.hall.access.code.Codes;
import org.omnihall.hall.messaging.MessageId;
import org.omnihall.hall.messaging.MessageState;
import org.omnihall.hall.messaging.Messages;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.springframework.stereotype.Component;

/** What the code page tells about the code on its way. */
@Component
class CodeHints {

    /** Without a receipt for so long the page says that the message may not come. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Codes codes;
    private final Messages messages;
    private final Subscribers subscribers;

    CodeHints(Codes codes, Messages messages, Subscribers subscribers) {
        this.codes = codes;
        this.messages = messages;
        this.subscribers = subscribers;
    }

    CodeHint of(Visits.Visit visit) {
        Attempt attempt = visit.attempt();
        Optional<State.Coded> coded = Optional.of(attempt.state())
                .filter(State.Coded.class::isInstance)
                .map(State.Coded.class::cast);
        Optional<Code> code = coded.flatMap(state -> codes.find(attempt.id(), state.numberKey()));
        String number = visit.here().controller().nat()
                ? ""
                : coded.flatMap(state -> subscribers.numberOf(state.subscriber()))
                        .map(Msisdn::masked)
                        .orElse("");
        return code.map(found -> hint(visit, found, number))
                .orElse(new CodeHint(number, 0, 0, 0, CodeHint.Fate.ON_ITS_WAY));
    }

    private CodeHint hint(Visits.Visit visit, Code code, String number) {
        Instant now = visit.now();
        return new CodeHint(
                number,
                seconds(now, code.sentAt().plus(visit.here().figures().codeCooldown())),
                seconds(now, code.expiresAt()),
                Math.max(0, visit.here().figures().codeTries() - code.tries()),
                fate(visit, code));
    }

    private CodeHint.Fate fate(Visits.Visit visit, Code code) {
        Optional<MessageState> state = code.message().flatMap(id -> messages.state(new MessageId(UUID.fromString(id))));
        if (state.isEmpty()) {
            return CodeHint.Fate.ON_ITS_WAY;
        }
        return switch (state.get()) {
            case DELIVERED -> CodeHint.Fate.DELIVERED;
            case FAILED, EXPIRED, REFUSED -> CodeHint.Fate.NOT_DELIVERED;
            case QUEUED, SUBMITTED, UNKNOWN ->
                visit.now().isAfter(code.sentAt().plus(PATIENCE)) ? CodeHint.Fate.LATE : CodeHint.Fate.ON_ITS_WAY;
        };
    }

    private static long seconds(Instant now, Instant until) {
        Duration left = Duration.between(now, until);
        return left.isNegative() ? 0 : left.toSeconds() + (left.toNanosPart() > 0 ? 1 : 0);
    }
}
