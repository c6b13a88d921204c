package org.omnihall.hall.ordering.cashier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.By;
import org.omnihall.hall.ordering.Cashiers;
import org.omnihall.hall.ordering.PaymentAttempt.State;
import org.omnihall.hall.ordering.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attempts to pay at a cashier: for whom they begin, what each change of theirs is known by, and how long they wait. */
@HallTest
class PaymentAttemptsTest extends BegunAttempts {

    private final AskingRound round;

    @Autowired
    PaymentAttemptsTest(ApplicationContext hall) {
        super(hall);
        this.round = hall.getBean(AskingRound.class);
    }

    @Test
    void givesAnAttemptAnotherVersionWhenItsStateChangesAndNotWhenItsCashierIsAsked() {
        Begun begun = begun();
        long first = version(begun);
        hall.getBean(JdbcClient.class)
                .sql("update ordering.payment_attempt set asked = asked + 1 where number = ?")
                .param(begun.number())
                .update();
        assertThat(version(begun)).isEqualTo(first);
        attempts.end(table.find(begun.number()).orElseThrow(), State.FAILED, "test");
        assertThat(version(begun)).isGreaterThan(first);
    }

    private long version(Begun begun) {
        return hall.getBean(JdbcClient.class)
                .sql("""
                        select r.version from ordering.payment_resource r
                            join ordering.payment_attempt a on r.id = 'attempt-' || a.id where a.number = ?""")
                .param(begun.number())
                .query(Long.class)
                .single();
    }

    @Test
    void beginsForWhoMayPayOnly() {
        Begun begun = begun();
        long order = begun.order().id();
        By buyer = new By(
                "wang",
                ((Buyer.Firm) begun.order().buyer()).user(),
                begun.order().channel());
        URI back = URI.create("http://localhost/back");
        assertThat(cashiers.begin(order, "sandbox", back, buyer))
                .isEqualTo(new Cashiers.Beginning.Refused(Refusal.ROLE_MISSING));
        assertThat(cashiers.begin(order, "nobody", back, clerk(begun)))
                .isEqualTo(new Cashiers.Beginning.Refused(Refusal.CASHIER_UNKNOWN));
        orders.cancel(order, "", clerk(begun));
        assertThat(cashiers.begin(order, "sandbox", back, clerk(begun)))
                .isEqualTo(new Cashiers.Beginning.Refused(Refusal.NOT_NOW));
    }

    /** The cashier of these tests answers nobody: an attempt is given up only when patience with it has ended too. */
    @Test
    void isPatientWithACashierThatIsSilent() {
        Begun begun = begun();
        shift(begun, settings.life().plus(settings.patience()).minusMinutes(1));
        round.ask(table.find(begun.number()).orElseThrow());
        assertThat(state(begun)).isEqualTo(State.BEGUN);
        shift(begun, settings.life().plus(settings.patience()));
        round.ask(table.find(begun.number()).orElseThrow());
        assertThat(state(begun)).isEqualTo(State.EXPIRED);
        assertThat(cashiers.attempt(begun.order().id()).orElseThrow().reason()).startsWith("SILENT");
    }

    private void shift(Begun begun, Duration ago) {
        hall.getBean(JdbcClient.class)
                .sql("update ordering.payment_attempt set expires_at = ? where number = ?")
                .params(Times.at(clock.instant().minus(ago).plus(settings.life())), begun.number())
                .update();
    }
}
