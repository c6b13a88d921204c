package org.omnihall.hall.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes down what slots chose, with all that is needed to judge another policy by it later, and what came of it. */
@Component
class ChoiceBook {

    private final JdbcClient db;

    /** The sets of candidates that are known to be durable; never more than the policies of a minute have. */
    private final Set<UUID> stored = ConcurrentHashMap.newKeySet();

    ChoiceBook(JdbcClient db) {
        this.db = db;
    }

    /** What was chosen before: the item's code, its probability, and what its asker got where that was kept. */
    record Known(
            Optional<String> item, Optional<String> would, double probability, int candidates, Optional<String> told) {

        SlotAnswer.Chosen answer(UUID id, Policy policy) {
            SlotReason reason = SlotReason.of(item.isPresent(), would.isPresent(), candidates, probability);
            return new SlotAnswer.Chosen(new SlotChoice(id, item.flatMap(policy::item), probability, reason), told);
        }
    }

    Map<UUID, Known> find(Collection<UUID> ids) {
        Map<UUID, Known> found = new HashMap<>();
        if (!ids.isEmpty()) {
            db.sql("""
                    select c.id, c.item, c.would, c.probability, coalesce(jsonb_array_length(s.candidates), 0) as candidates, c.told
                    from decision.choice c left join decision.candidate_set s on s.id = c.candidate_set_id
                    where c.id = any(?::uuid[])""").param(texts(ids)).query(row -> {
                found.put(row.getObject("id", UUID.class), known(row));
            });
        }
        return found;
    }

    /** Writes many by one statement and gives the ids of those that were not there before. In their order, so that two writers never lock each other out. */
    Set<UUID> write(Collection<ChoiceRecord> choices) {
        if (choices.isEmpty()) {
            return Set.of();
        }
        keepSets(choices);
        ChoiceRows rows = new ChoiceRows(choices);
        return Set.copyOf(db.sql("insert into decision.choice (" + ChoiceRows.COLUMNS + ") values " + rows.marks()
                        + " on conflict do nothing returning id")
                .params(rows.values())
                .query(UUID.class)
                .list());
    }

    /** The sets that these were chosen from, before them: who sees a choice sees its set. */
    private void keepSets(Collection<ChoiceRecord> choices) {
        Map<UUID, Candidates> fresh = new HashMap<>();
        choices.stream()
                .map(choice -> choice.drawn().candidates())
                .filter(set -> !stored.contains(set.id()))
                .forEach(set -> fresh.put(set.id(), set));
        fresh.values().stream()
                .sorted(Comparator.comparing(Candidates::id))
                .forEach(set -> db.sql(
                                "insert into decision.candidate_set (id, candidates) values (?, ?::jsonb) on conflict do nothing")
                        .params(set.id(), set.json())
                        .update());
        if (!fresh.isEmpty()) {
            remember(Set.copyOf(fresh.keySet()));
        }
    }

    /** Once they are durable: a transaction of the caller may yet be rolled back. */
    private void remember(Set<UUID> sets) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            stored.addAll(sets);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                stored.addAll(sets);
            }
        });
    }

    /** A database that was put back to an earlier moment under a running node gets its sets again. */
    @Scheduled(fixedDelay = 60_000)
    void forgetSets() {
        stored.clear();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                Optional.ofNullable(row.getString("item")),
                Optional.ofNullable(row.getString("would")),
                row.getDouble("probability"),
                row.getInt("candidates"),
                Optional.ofNullable(row.getString("told")));
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    /** What came of a choice; the first time counts. */
    void came(UUID choice, Outcome kind, Instant at) {
        db.sql("""
                        insert into decision.outcome (choice_id, kind, at) select id, :kind, :at from decision.choice where id = :id
                        on conflict do nothing""")
                .param("id", choice)
                .param("kind", kind.name())
                .param("at", Times.at(at))
                .update();
    }

    /**
     * An order belongs to the last choice before it, not longer ago than the window, that showed the offering to this customer or would have.
     */
    void ordered(long subscriber, String offering, Instant at, Instant since) {
        db.sql("""
                        insert into decision.outcome (choice_id, kind, at)
                        select c.id, 'ORDERED', :at from decision.choice c
                            join decision.slot_item i on i.code = coalesce(c.would, c.item) and i.offering = :offering
                        where c.subscriber_id = :subscriber and c.at > :since and c.at <= :at
                        order by c.at desc limit 1 on conflict do nothing""")
                .param("subscriber", subscriber)
                .param("offering", offering)
                .param("at", Times.at(at))
                .param("since", Times.at(since))
                .update();
    }
}
