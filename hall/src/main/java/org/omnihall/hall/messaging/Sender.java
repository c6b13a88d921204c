package org.omnihall.hall.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.messaging.gateway.Answer;
import org.omnihall.hall.messaging.gateway.ShortMessage;
import org.omnihall.hall.node.Bell;
import org.omnihall.hall.node.Places;
import org.omnihall.hall.node.Rounds;
import org.omnihall.hall.vault.NotOurSeal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Takes messages from the queue to the gateways. The queue is the table, so that nothing is lost with a process and every node may help;
 * one thread claims what is due, and each message is then sent on a thread of its own, so many at once.
 */
@Component
class Sender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final SenderBook book;
    private final ReceiptBook receipts;
    private final Lanes lanes;
    private final SealedWords seal;
    private final MessageTexts texts;
    private final Bell bell;
    private final MessagingSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Places places;
    private volatile Optional<Rounds> rounds = Optional.empty();

    Sender(Sending parts, Bell senderBell, MessagingSettings settings, Clock clock, MeterRegistry meters) {
        this.book = parts.book();
        this.receipts = parts.receipts();
        this.lanes = parts.lanes();
        this.seal = parts.seal();
        this.texts = parts.texts();
        this.bell = senderBell;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.places = new Places(settings.inFlight(), senderBell, broken -> failed("message", broken));
    }

    @Bean
    static Bell senderBell() {
        return new Bell();
    }

    /** What sending is made of. */
    @Component
    record Sending(SenderBook book, ReceiptBook receipts, Lanes lanes, SealedWords seal, MessageTexts texts) {}

    @Override
    public void start() {
        rounds = Optional.of(Rounds.begin(bell, settings.poll(), this::round, broken -> failed("round", broken)));
    }

    /** Names the failure, and no more of it: what a driver says may quote a row. */
    private void failed(String at, Throwable cause) {
        LOG.warn("sending failed in a {}: {}", at, cause.getClass().getSimpleName());
        meters.counter("omnihall.messaging.failures", "at", at).increment();
    }

    private void round() {
        lanes.refresh();
        Instant now = clock.instant();
        meters.counter("omnihall.messaging.ended").increment(book.sweep(now));
        places.fill(most -> book.claim(most, clock.instant(), settings.lease()), this::prepare);
    }

    /** What cannot be read or filled will not be better the next time, so it ends at once. */
    private void prepare(Due due) {
        try {
            send(due, texts.fill(due.template(), seal.open(due.id(), due.words()), due.locale()));
        } catch (NotOurSeal closed) {
            book.unsendable(due, Reason.SEAL_DOES_NOT_OPEN, clock.instant());
        } catch (NoSuchText gone) {
            book.unsendable(due, Reason.TEMPLATE_CANNOT_BE_FILLED, clock.instant());
        }
    }

    /** Asks one gateway after the other until one has taken the message, refused it for good, or left us in doubt. */
    private void send(Due due, String text) {
        for (Lane lane : lanes.inOrder()) {
            Duration life = Duration.between(clock.instant(), due.validUntil());
            if (!life.isPositive()) {
                break;
            }
            Answer answer = lane.submit(new ShortMessage(due.to(), text, life));
            meters.counter("omnihall.messaging.attempts", "gateway", lane.name(), "answer", answer.label())
                    .increment();
            if (isDone(due, lane.name(), answer)) {
                return;
            }
        }
        Instant now = clock.instant();
        book.later(due, now.plus(pauseAfter(due.tries())), now);
    }

    private boolean isDone(Due due, String gateway, Answer answer) {
        Instant now = clock.instant();
        return switch (answer) {
            case Answer.Accepted accepted -> {
                book.accepted(due, gateway, accepted, now);
                receipts.settle(gateway, due.to().digits());
                yield true;
            }
            case Answer.Refused refused -> {
                book.failed(due, gateway, refused, now);
                yield true;
            }
            case Answer.NoAnswer silent -> {
                book.unknown(due, gateway, silent, now, settings.resendAfter());
                yield true;
            }
            case Answer.Busy busy -> {
                book.attempt(due, gateway, busy, now);
                yield false;
            }
            case Answer.NotBound unbound -> {
                book.attempt(due, gateway, unbound, now);
                yield false;
            }
        };
    }

    /** Half a second, doubled with every try, at most five seconds: a code lives for minutes. */
    private static Duration pauseAfter(int tries) {
        Duration pause = Duration.ofMillis(250L << Math.min(tries, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    @Override
    public void stop() {
        rounds.ifPresent(Rounds::close);
        rounds = Optional.empty();
        places.close();
        lanes.close();
    }

    @Override
    public boolean isRunning() {
        return rounds.isPresent();
    }
}
