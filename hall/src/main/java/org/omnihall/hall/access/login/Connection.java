package org.omnihall.hall.access.login;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.omnihall.hall.access.attempt.Act;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.attempt.Journey;
import org.omnihall.hall.access.attempt.State;
import org.omnihall.hall.access.online.GoingOnline;
import org.omnihall.hall.access.session.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Going online and offline as a page waits for it: a quick answer is shown at once, a slow one by the page that turns by itself. */
@Component
class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Duration SHORT = Duration.ofMillis(2500);
    private static final Duration LOGOUT = Duration.ofSeconds(7);

    /** So long after the login the session's start may still be on its way. */
    static final Duration STARTS_WITHIN = Duration.ofMinutes(2);

    private final GoingOnline online;
    private final Attempts attempts;
    private final Sessions sessions;

    Connection(GoingOnline online, Attempts attempts, Sessions sessions) {
        this.online = online;
        this.attempts = attempts;
        this.sessions = sessions;
    }

    /** Begins the login of an attempt that is connecting, and waits a moment for its end. */
    void connect(Attempt attempt) {
        if (attempt.state() instanceof State.Connecting connecting) {
            await(online.begin(attempt, connecting), SHORT);
        }
    }

    void retry(Attempt attempt, Instant now) {
        if (!Journey.allows(attempt, Act.TRY_AGAIN, now)) {
            return;
        }
        switch (attempt.state()) {
            case State.Failed failed -> again(attempt, new State.Connecting(now, failed.subscriber(), failed.way()));
            case State.Connecting left -> again(attempt, new State.Connecting(now, left.subscriber(), left.way()));
            case State.Asked s -> {}
            case State.Refused s -> {}
            case State.Coded s -> {}
            case State.Known s -> {}
            case State.Slot s -> {}
            case State.Online s -> {}
            case State.Ended s -> {}
        }
    }

    private void again(Attempt attempt, State.Connecting connecting) {
        if (attempts.move(attempt, connecting)) {
            connect(attempt.in(connecting));
        }
    }

    Reply end(Attempt attempt, Instant now) {
        if (!Journey.allows(attempt, Act.LOG_OUT, now)) {
            return Reply.Show.plain();
        }
        CompletableFuture<Boolean> offline = online.end(attempt);
        if (await(offline, LOGOUT) && offline.join()) {
            attempts.move(attempt, new State.Ended(now));
            return Reply.Show.plain();
        }
        return Reply.Show.with(Say.LOG_OUT_FAILED);
    }

    /** The attempt as it is in truth: one whose session is over is not shown as online. */
    Attempt truth(Attempt attempt, Instant now) {
        if (!(attempt.state() instanceof State.Online since)
                || now.isBefore(since.since().plus(STARTS_WITHIN))
                || live(attempt)) {
            return attempt;
        }
        State ended = new State.Ended(now);
        attempts.move(attempt, ended);
        return attempt.in(ended);
    }

    private boolean live(Attempt attempt) {
        return sessions.openFor(
                        attempt.controllerId(),
                        attempt.device().mac(),
                        java.util.Optional.of(attempt.device().ip()))
                .isPresent();
    }

    private static boolean await(CompletableFuture<?> end, Duration most) {
        try {
            end.get(most.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException broken) {
            LOG.error("A login at an access controller broke off", broken.getCause());
            return false;
        }
    }
}
