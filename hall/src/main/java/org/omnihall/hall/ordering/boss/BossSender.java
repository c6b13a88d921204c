package org.omnihall.hall.ordering.boss;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.node.Bell;
import org.omnihall.hall.node.HttpCalls;
import org.omnihall.hall.node.Rounds;
import org.omnihall.hall.ordering.Waking;
import org.omnihall.hall.ordering.boss.BossOutbox.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Tells the business support system what waits in the outbox: {@code PUT url/key}, one call at a time and never more a second than is set.
 * What is neither done nor refused for good ({@link BossReply}) is told again under the same key until it is.
 */
@Component
class BossSender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BossSender.class);
    private static final int LARGEST = 64 * 1024;

    private final BossOutbox outbox;
    private final BossSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Waking waking;
    private final Bell bell;
    private final Bell pace = new Bell();
    private final Breaker.Limits limits;
    private final HttpCalls calls;
    private Breaker breaker = Breaker.closed();
    private Optional<Rounds> rounds = Optional.empty();

    BossSender(
            BossOutbox outbox, Waking waking, BossSettings settings, Clock clock, MeterRegistry meters, Bell bossBell) {
        this.waking = waking;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.bell = bossBell;
        this.limits = new Breaker.Limits(settings.failures(), settings.rest());
        this.calls = new HttpCalls(settings.answer(), LARGEST);
    }

    @Bean
    static Bell bossBell() {
        return new Bell();
    }

    @Override
    public synchronized void start() {
        if (!settings.url().isEmpty()) {
            rounds = Optional.of(Rounds.begin(bell, settings.poll(), this::round, this::failed));
        }
    }

    /** One turn, and a ring for the next where there is more: who stops the hall waits for no more than one call. */
    private void round() {
        switch (turn()) {
            case Turn.Send send -> bell.ring();
            case Turn.Wait wait -> {
                pause(Duration.between(clock.instant(), wait.until()));
                bell.ring();
            }
            case Turn.Nothing nothing -> {}
        }
    }

    private void pause(Duration pause) {
        try {
            pace.await(pause.isNegative() ? Duration.ZERO : pause);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes one call, where one may be made and is due. */
    Turn turn() {
        Instant now = clock.instant();
        if (!breaker.lets(now, limits)) {
            return new Turn.Nothing();
        }
        Turn turn = outbox.turn(now, settings.interval(), settings.lease());
        if (turn instanceof Turn.Send send) {
            breaker = breaker.called(now);
            tell(send.command());
        }
        return turn;
    }

    private void tell(BossCommand command) {
        try {
            HttpResponse<String> answer = calls.send(request(command));
            answered(command, BossReply.of(answer.statusCode(), answer.body()));
        } catch (IOException unreachable) {
            failed(command, unreachable.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(BossCommand command) {
        return HttpRequest.newBuilder(URI.create(settings.url() + "/" + command.key()))
                .header("Content-Type", "application/json;charset=utf-8")
                .header("Idempotency-Key", command.key())
                .PUT(HttpRequest.BodyPublishers.ofString(command.body()))
                .build();
    }

    private void answered(BossCommand command, BossReply reply) {
        switch (reply) {
            case BossReply.Done done -> settled(command, BossOutbox.State.DONE, done.reference(), "done");
            case BossReply.Refused refused -> settled(command, BossOutbox.State.REFUSED, refused.said(), "refused");
            case BossReply.Unsure unsure -> failed(command, unsure.why());
        }
    }

    private void settled(BossCommand command, BossOutbox.State state, String said, String outcome) {
        breaker = breaker.answered();
        outbox.settled(command, state, said, clock.instant());
        waking.wake(command.subject(), clock.instant());
        count(outcome);
    }

    private void failed(BossCommand command, String answer) {
        Instant now = clock.instant();
        breaker = breaker.failed(now, limits);
        outbox.later(command, answer, now.plus(settings.pauseAfter(command.tries())));
        count("failed");
    }

    private void count(String outcome) {
        meters.counter("omnihall.ordering.boss.calls", "outcome", outcome).increment();
    }

    private void failed(Throwable cause) {
        LOG.warn("a round of calls to BOSS failed: {}", cause.getClass().getSimpleName());
    }

    @Override
    public synchronized void stop() {
        pace.ring();
        rounds.ifPresent(Rounds::close);
        rounds = Optional.empty();
        calls.close();
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds.isPresent();
    }
}
