package org.omnihall.hall.insight.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.insight.CustomerValues;
import org.omnihall.hall.insight.Spending;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.CustomerValue;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers who spend, runs that compute their values, and cards that are told them. */
abstract class ValueComputing {

    private static final AtomicInteger NUMBERS = new AtomicInteger(7_000);

    final ApplicationContext hall;
    final JdbcClient db;
    final ValueRuns values;
    final Runs runs;
    final CardTelling telling;
    final Cards cards;
    final Spending spending;
    final YearMonth last;

    ValueComputing(ApplicationContext hall) {
        this.hall = hall;
        this.db = hall.getBean(JdbcClient.class);
        this.values = hall.getBean(ValueRuns.class);
        this.runs = hall.getBean(Runs.class);
        this.telling = hall.getBean(CardTelling.class);
        this.cards = hall.getBean(Cards.class);
        this.spending = hall.getBean(Spending.class);
        this.last = hall.getBean(CustomerValues.class).window().last();
    }

    @BeforeEach
    void begin() {
        db.sql("update insight.run set state = 'FAILED', fault = 'LOST', ended_at = begun_at where state = 'RUNNING'")
                .update();
    }

    /** The Java programs that this process started; its arguments are too many for the system to tell. */
    static Stream<ProcessHandle> processes() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("/java"));
    }

    long begun() {
        return switch (values.begin("", "test")) {
            case RunStart.Begun begun -> begun.run();
            case RunStart.Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    Run computed() {
        long run = begun();
        Eventually.holds(
                "run " + run + " ends", () -> runs.find(run).orElseThrow().state() != Run.State.RUNNING);
        Eventually.holds("its process ends", () -> processes().findAny().isEmpty());
        Run ended = runs.find(run).orElseThrow();
        assertThat(ended.state()).isEqualTo(Run.State.PUBLISHED);
        return ended;
    }

    void tellAll() {
        Eventually.holds("all is told", () -> {
            telling.round();
            return runs.inForce().orElseThrow().told();
        });
    }

    CustomerValue told(long customer) {
        return cards.valueOf(customer).orElseThrow();
    }

    long customer(long fen) {
        long id = hall.getBean(Subscribers.class).idOf(new Msisdn("1386655" + NUMBERS.incrementAndGet()));
        spending.tell(List.of(new Spending.Bill(id, last, fen, Optional.empty(), "/")));
        return id;
    }
}
