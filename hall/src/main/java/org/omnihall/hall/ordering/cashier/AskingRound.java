package org.omnihall.hall.ordering.cashier;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.node.Bell;
import org.omnihall.hall.node.Places;
import org.omnihall.hall.node.Rounds;
import org.omnihall.hall.ordering.PaymentAttempt.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks cashiers after payments of which they told nothing, until they are paid, given up, or their time is over. */
@Component
class AskingRound implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AskingRound.class);

    private final AttemptTable table;
    private final PaymentAttempts attempts;
    private final Peers peers;
    private final CashierSettings settings;
    private final Clock clock;
    private final Bell bell = new Bell();
    private Optional<Working> working = Optional.empty();

    AskingRound(AttemptTable table, PaymentAttempts attempts, Peers peers, CashierSettings settings, Clock clock) {
        this.table = table;
        this.attempts = attempts;
        this.peers = peers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who is asked. */
    @Component
    record Peers(TillBook tills, CashierDesk desk) {}

    /** What is open while the node runs. */
    private record Working(Rounds rounds, Places places) {}

    @Override
    public synchronized void start() {
        if (settings.inFlight() > 0) {
            Places places = new Places(settings.inFlight(), bell, AskingRound::failed);
            Rounds rounds = Rounds.begin(bell, settings.poll(), () -> round(places), AskingRound::failed);
            working = Optional.of(new Working(rounds, places));
        }
    }

    private void round(Places places) {
        places.fill(most -> table.claim(most, clock.instant(), settings.lease()), this::ask);
    }

    /** Asks after one attempt. */
    void ask(Attempt attempt) {
        Till till = peers.tills().find(attempt.shown().cashier()).orElseThrow();
        try {
            Standing standing = peers.desk().adapter(till).ask(till, attempt.number());
            attempts.told(attempt, standing);
            if (standing instanceof Standing.Waiting) {
                waiting(attempt, attempt.expires(), "");
            }
        } catch (CashierSilent silent) {
            waiting(attempt, attempt.expires().plus(settings.patience()), "SILENT " + silent.getMessage());
        }
    }

    private void waiting(Attempt attempt, Instant end, String reason) {
        Instant now = clock.instant();
        if (now.isBefore(end)) {
            Instant next = now.plus(settings.pauseAfter(attempt.asked()));
            Instant expires = attempt.expires();
            table.askAt(attempt.number(), now.isBefore(expires) && next.isAfter(expires) ? expires : next);
        } else {
            attempts.end(attempt, State.EXPIRED, reason);
        }
    }

    private static void failed(Throwable cause) {
        LOG.warn("a round of questions to cashiers failed", cause);
    }

    @Override
    public synchronized void stop() {
        working.ifPresent(open -> {
            open.rounds().close();
            open.places().close();
        });
        working = Optional.empty();
    }

    @Override
    public synchronized boolean isRunning() {
        return working.isPresent();
    }
}
