package org.omnihall.hall.ordering.cashier;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.ordering.By;
import org.omnihall.hall.ordering.OrderChange;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Payment;
import org.omnihall.hall.ordering.PaymentAttempt.State;
import org.omnihall.hall.ordering.cashier.BadCallback.Fault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of an attempt by what its cashier says. Money that came pays the order or waits to go back; it is never lost, and pays once,
 * however often and in whatever order it is told.
 */
@Component
class PaymentAttempts {

    private static final String SUM_WRONG = "SUM_WRONG";

    private final AttemptTable table;
    private final Orders orders;
    private final AuditTrail audit;
    private final MeterRegistry meters;
    private final Clock clock;

    PaymentAttempts(AttemptTable table, Orders orders, AuditTrail audit, MeterRegistry meters, Clock clock) {
        this.table = table;
        this.orders = orders;
        this.audit = audit;
        this.meters = meters;
        this.clock = clock;
    }

    /** Writes down an attempt before its cashier hears of it. */
    @Transactional
    void begin(Charge charge, long order, Till till, By by) {
        table.insert(charge, order, till, by, now());
        audit.record(by.actor(), "payment.begin", "order:" + order, till.code() + " " + charge.number());
        count(till.code(), State.BEGUN);
    }

    /**
     * Takes what a callback said.
     *
     * @return false where the same callback was taken before
     * @throws BadCallback where it is not about an attempt of this cashier as we know it; nothing of it is kept then
     */
    @Transactional
    boolean take(Till till, Notice notice) {
        if (!table.insertCallback(till.code(), notice, now())) {
            return false;
        }
        Attempt attempt =
                table.locked(till.code(), notice.number()).orElseThrow(() -> new BadCallback(Fault.NUMBER_UNKNOWN));
        if (notice.standing() instanceof Standing.Paid paid) {
            if (!paid.currency().equals("CNY")) {
                throw new BadCallback(Fault.CURRENCY_WRONG);
            }
            if (paid.fen() != attempt.shown().fen()) {
                throw new BadCallback(Fault.SUM_WRONG);
            }
        }
        apply(attempt, notice.standing());
        return true;
    }

    /** Takes what the cashier answered when it was asked. */
    @Transactional
    void told(Attempt asked, Standing standing) {
        table.locked(asked.shown().cashier(), asked.number()).ifPresent(attempt -> apply(attempt, standing));
    }

    /** Nobody can pay it any more; a callback that comes nevertheless is taken nevertheless. */
    @Transactional
    void end(Attempt over, State state, String reason) {
        table.locked(over.shown().cashier(), over.number())
                .filter(attempt -> attempt.state() == State.BEGUN)
                .ifPresent(attempt -> put(attempt, state, "", reason));
    }

    private void apply(Attempt attempt, Standing standing) {
        switch (standing) {
            case Standing.Waiting waiting -> {}
            case Standing.Ended ended -> {
                if (attempt.state() == State.BEGUN) {
                    put(attempt, State.FAILED, "", ended.reason());
                }
            }
            case Standing.Paid paid -> paid(attempt, paid);
        }
    }

    private void paid(Attempt attempt, Standing.Paid paid) {
        if (!attempt.state().mayBecome(State.PAID)) {
            again(attempt, paid);
            return;
        }
        if (paid.fen() != attempt.shown().fen() || !paid.currency().equals("CNY")) {
            put(attempt, State.TO_REFUND, paid.transaction(), SUM_WRONG + " " + paid.fen() + " " + paid.currency());
            return;
        }
        String reference = attempt.shown().cashier() + ":" + paid.transaction();
        By payer = By.staff(attempt.actor(), attempt.channel()); // whether he may was asked before his money was taken
        OrderChange change = orders.pay(attempt.shown().order(), Payment.Method.CASHIER, paid.fen(), reference, payer);
        Optional<String> refused = switch (change) {
            case OrderChange.Done done -> Optional.empty();
            case OrderChange.Refused no -> Optional.of(no.reason().name());
        };
        put(attempt, refused.isEmpty() ? State.PAID : State.TO_REFUND, paid.transaction(), refused.orElse(""));
    }

    private void again(Attempt attempt, Standing.Paid paid) {
        if (!attempt.shown().transaction().equals(paid.transaction())
                && table.insertSecond(attempt, paid.transaction(), paid.fen(), now())) {
            tell(attempt, State.TO_REFUND, "PAID_TWICE");
        }
    }

    private void put(Attempt attempt, State state, String transaction, String reason) {
        if (!attempt.state().mayBecome(state)) {
            throw new IllegalStateException(
                    "attempt " + attempt.number() + " cannot go from " + attempt.state() + " to " + state);
        }
        table.settle(attempt.number(), state, transaction, reason, now());
        tell(attempt, state, reason);
    }

    private void tell(Attempt attempt, State state, String reason) {
        String act = switch (state) {
            case BEGUN -> "payment.begin";
            case PAID -> "payment.paid";
            case FAILED -> "payment.failed";
            case EXPIRED -> "payment.expired";
            case TO_REFUND -> "payment.to-refund";
        };
        audit.record(
                "cashier:" + attempt.shown().cashier(),
                act,
                "order:" + attempt.shown().order(),
                (attempt.number() + " " + reason).strip());
        count(attempt.shown().cashier(), state);
    }

    private void count(String cashier, State state) {
        meters.counter("omnihall.ordering.cashier.attempts", "cashier", cashier, "state", state.name())
                .increment();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
