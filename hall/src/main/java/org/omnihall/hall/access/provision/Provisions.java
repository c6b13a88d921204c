package org.omnihall.hall.access.provision;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.ordering.StepContext;
import org.omnihall.hall.ordering.StepOutcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was made for the steps of orders. The row of a step and what it made stand or fall in one transaction, and the row's key lets a second
 * run wait for the first and tell what that one told.
 */
@Component
class Provisions {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient db;
    private final TransactionOperations transaction;

    Provisions(JdbcClient db, TransactionOperations transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** Does it unless it is done. What fails leaves nothing behind. */
    StepOutcome once(StepContext context, String kind, Supplier<StepOutcome> deed) {
        return transaction.execute(status -> begin(context.key(), kind, context.at())
                ? kept(context.key(), deed.get(), status)
                : new StepOutcome.Done(made(context.key())));
    }

    /** Takes back what was made under the key; where nothing was, nothing is to be done. */
    StepOutcome takeBack(StepContext context, Function<Map<String, String>, StepOutcome> deed) {
        return transaction.execute(status -> {
            Optional<Map<String, String>> made = forget(context.key());
            return made.map(deed).map(outcome -> whole(outcome, status)).orElseGet(StepOutcome::done);
        });
    }

    private StepOutcome kept(String key, StepOutcome outcome, TransactionStatus status) {
        if (outcome instanceof StepOutcome.Done done) {
            db.sql("update access.provision set made = ?::jsonb where step_key = ?")
                    .params(JSON.writeValueAsString(done.result()), key)
                    .update();
        }
        return whole(outcome, status);
    }

    private static StepOutcome whole(StepOutcome outcome, TransactionStatus status) {
        if (!(outcome instanceof StepOutcome.Done)) {
            status.setRollbackOnly();
        }
        return outcome;
    }

    private boolean begin(String key, String kind, Instant now) {
        return db.sql("insert into access.provision values (?, ?, '{}', ?) on conflict do nothing")
                        .params(key, kind, Times.at(now))
                        .update()
                == 1;
    }

    private Map<String, String> made(String key) {
        return JSON.readValue(
                db.sql("select made from access.provision where step_key = ?")
                        .param(key)
                        .query(String.class)
                        .single(),
                TEXTS);
    }

    private Optional<Map<String, String>> forget(String key) {
        return db.sql("delete from access.provision where step_key = ? returning made")
                .param(key)
                .query(String.class)
                .optional()
                .map(json -> JSON.readValue(json, TEXTS));
    }
}
