package org.omnihall.hall.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.omnihall.hall.messaging.GatewayStates.Health;
import org.omnihall.hall.messaging.gateway.Answer;
import org.omnihall.hall.messaging.gateway.Gateway;
import org.omnihall.hall.messaging.gateway.ShortMessage;

/** One gateway with what we have learned of it: how fast it may be used, and until when it asked to be left alone. */
final class Lane implements AutoCloseable {

    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final Gateway gateway;
    private final Duration step;
    private final Clock clock;
    private Instant free = Instant.MIN;
    private Instant rested = Instant.MIN;
    private Duration rest = FIRST_REST;

    Lane(Gateway gateway, int perSecond, Clock clock) {
        this.gateway = gateway;
        this.step = Duration.ofSeconds(1).dividedBy(perSecond);
        this.clock = clock;
    }

    String name() {
        return gateway.name();
    }

    boolean isBound() {
        return gateway.isBound();
    }

    synchronized Health health() {
        if (!gateway.isBound()) {
            return Health.NOT_BOUND;
        }
        return clock.instant().isBefore(rested) ? Health.RESTING : Health.BOUND;
    }

    /** The gateway's answer, or its likely answer where asking would only make things worse. */
    Answer submit(ShortMessage message) {
        if (!gateway.isBound()) {
            return new Answer.NotBound();
        }
        if (!isItsTurn()) {
            return new Answer.Busy("resting");
        }
        Answer answer = gateway.submit(message);
        learn(answer);
        return answer;
    }

    /** Takes the next place in the row of one message a step; up to a second of places may be taken at once. */
    private synchronized boolean isItsTurn() {
        Instant now = clock.instant();
        Instant earliest = now.minusSeconds(1);
        Instant place = free.isAfter(earliest) ? free : earliest;
        if (now.isBefore(rested) || place.isAfter(now)) {
            return false;
        }
        free = place.plus(step);
        return true;
    }

    private synchronized void learn(Answer answer) {
        switch (answer) {
            case Answer.Busy busy -> {
                rested = clock.instant().plus(rest);
                Duration longer = rest.multipliedBy(2);
                rest = longer.compareTo(LONGEST_REST) < 0 ? longer : LONGEST_REST;
            }
            case Answer.Accepted accepted -> rest = FIRST_REST;
            case Answer.Refused refused -> rest = FIRST_REST;
            case Answer.NoAnswer silent -> rested = clock.instant().plus(FIRST_REST);
            case Answer.NotBound unbound -> {}
        }
    }

    @Override
    public void close() {
        gateway.close();
    }
}
