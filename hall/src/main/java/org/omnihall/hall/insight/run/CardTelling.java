package org.omnihall.hall.insight.run;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.omnihall.hall.insight.pyramid.Pyramid;
import org.omnihall.hall.insight.pyramid.Pyramids;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.CustomerValue;
import org.omnihall.hall.node.Bell;
import org.omnihall.hall.node.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells the customer cards the figures in force, a thousand customers a transaction that also keeps how far it came: what is told once is not
 * told again after a fall. Where the figures before were told whole, only those whose value or tier is another one are told; a card's moment
 * is therefore when its figure changed last.
 */
@Component
class CardTelling implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CardTelling.class);
    private static final int BATCH = 1_000;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final Runs runs;
    private final Pyramids pyramids;
    private final Cards cards;
    private final Bell bell = new Bell();
    private Optional<Rounds> rounds = Optional.empty();

    CardTelling(JdbcClient db, TransactionOperations transaction, Runs runs, Pyramids pyramids, Cards cards) {
        this.db = db;
        this.transaction = transaction;
        this.runs = runs;
        this.pyramids = pyramids;
        this.cards = cards;
    }

    private record Row(long subscriber, long fen, int place) {}

    /** There may be something to tell. */
    void ring() {
        bell.ring();
    }

    /** Tells a batch, and begins another round where there may be more: a hall that stops waits for one batch, and several nodes take turns. */
    void round() {
        boolean more = runs.inForce()
                .filter(run -> !run.told())
                .map(run -> Objects.requireNonNull(transaction.execute(status -> batch(run.id()))))
                .orElse(false);
        if (more) {
            ring();
        }
    }

    /** Whether there may be more. The row of the run is held, so that two nodes do not tell the same. */
    private boolean batch(long id) {
        db.sql("select id from insight.run where id = ? for update")
                .param(id)
                .query(Long.class)
                .single();
        Run run = runs.find(id).orElseThrow();
        if (run.told()) {
            return false;
        }
        List<Row> rows = rows(run);
        tell(rows, pyramids.find(run.version()).orElseThrow(), run.endedAt().orElseThrow());
        boolean last = rows.size() < BATCH;
        db.sql("update insight.run set told_to = ?, told = ? where id = ?")
                .params(last ? Long.MAX_VALUE : rows.getLast().subscriber(), last, id)
                .update();
        return !last;
    }

    private void tell(List<Row> rows, Pyramid pyramid, Instant at) {
        Map<Long, CustomerValue> values = new HashMap<>();
        rows.forEach(row -> values.put(
                row.subscriber(),
                new CustomerValue(pyramid.tier(row.place()).label(), row.fen(), Optional.empty(), at)));
        cards.value(values);
    }

    private List<Row> rows(Run run) {
        OptionalLong before = toldBefore(run);
        String other = before.isEmpty() ? "" : """
                and not exists (select 1 from insight.value o
                    where o.run_id = :before and o.subscriber_id = v.subscriber_id and o.fen = v.fen and o.place = v.place)""";
        return db.sql("""
                select subscriber_id, fen, place from insight.value v where run_id = :run and subscriber_id > :after
                %s order by subscriber_id limit :batch""".formatted(other))
                .param("run", run.id())
                .param("after", run.toldTo())
                .param("before", before.orElse(0))
                .param("batch", BATCH)
                .query((row, number) -> new Row(row.getLong("subscriber_id"), row.getLong("fen"), row.getInt("place")))
                .list();
    }

    /** The figures just before these, where all cards were told of them and the tiers are called the same. */
    private OptionalLong toldBefore(Run run) {
        return db.sql("""
                select id, told and version = ? as told from insight.run where state = 'PUBLISHED' and id < ? order by id desc limit 1""")
                .params(run.version(), run.id())
                .query((row, number) ->
                        row.getBoolean("told") ? OptionalLong.of(row.getLong("id")) : OptionalLong.empty())
                .optional()
                .orElse(OptionalLong.empty());
    }

    @Override
    public void start() {
        rounds = Optional.of(
                Rounds.begin(bell, PAUSE, this::round, failed -> LOG.error("Cards are not told of values", failed)));
    }

    @Override
    public void stop() {
        rounds.ifPresent(Rounds::close);
        rounds = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return rounds.isPresent();
    }
}
