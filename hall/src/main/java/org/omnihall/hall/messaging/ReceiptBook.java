package org.omnihall.hall.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.messaging.gateway.Receipt;
import org.omnihall.hall.messaging.gateway.ReceiptSink;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Joins receipts with the parts they speak of.
 *
 * <p>A receipt may come before the answer to its submission. So both sides first write what they know and then look for the other's
 * half: whoever comes second finds it, and when both look at once both find the same.
 */
@Component
class ReceiptBook implements ReceiptSink {

    private record Open(long id, String gatewayId, String outcome) {}

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Settling settling;

    ReceiptBook(
            JdbcClient db, TransactionOperations transaction, Clock clock, MeterRegistry meters, Settling settling) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
        this.settling = settling;
    }

    @Override
    public void take(Receipt receipt) {
        meters.counter("omnihall.messaging.receipts", "gateway", receipt.gateway(), "outcome", label(receipt))
                .increment();
        db.sql(
                        "insert into messaging.receipt (gateway, gateway_id, msisdn, outcome, error, at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        receipt.gateway(),
                        ReceiptIds.kept(receipt.gatewayId()),
                        receipt.msisdn(),
                        label(receipt),
                        receipt.error(),
                        Times.at(clock.instant()))
                .update();
        if (!receipt.msisdn().isEmpty()) {
            settle(receipt.gateway(), receipt.msisdn());
        }
    }

    /** Looks for the parts of all receipts of a number that have none yet. */
    void settle(String gateway, String msisdn) {
        open(gateway, msisdn)
                .forEach(receipt -> partOf(receipt, gateway, msisdn)
                        .ifPresent(message ->
                                transaction.executeWithoutResult(status -> join(receipt, gateway, message))));
    }

    private List<Open> open(String gateway, String msisdn) {
        return db.sql("""
                        select id, gateway_id, outcome from messaging.receipt
                        where msisdn = ? and gateway = ? and message is null order by id limit 100""")
                .params(msisdn, gateway)
                .query((row, number) ->
                        new Open(row.getLong("id"), row.getString("gateway_id"), row.getString("outcome")))
                .list();
    }

    private Optional<UUID> partOf(Open receipt, String gateway, String msisdn) {
        return db.sql("""
                        select message from messaging.part
                        where msisdn = :msisdn and gateway = :gateway and gateway_id = any(:ids)
                        order by array_position(:ids, gateway_id), submitted_at desc limit 1""")
                .param("msisdn", msisdn)
                .param("gateway", gateway)
                .param("ids", ReceiptIds.candidates(receipt.gatewayId()).toArray(String[]::new))
                .query(UUID.class)
                .optional();
    }

    private void join(Open receipt, String gateway, UUID message) {
        db.sql("update messaging.receipt set message = ? where id = ?")
                .params(message, receipt.id())
                .update();
        // The message's row is locked first: the receipts of two parts must not both think the other one is missing.
        Optional<String> before = db.sql("select state from messaging.message where id = ? for update")
                .param(message)
                .query(String.class)
                .optional();
        db.sql("update messaging.part set outcome = :outcome where message = :message and gateway_id = any(:ids)")
                .param("outcome", receipt.outcome())
                .param("message", message)
                .param("ids", ReceiptIds.candidates(receipt.gatewayId()).toArray(String[]::new))
                .update();
        db.sql("insert into messaging.attempt (message, at, gateway, outcome, detail) values (?, ?, ?, 'Receipt', ?)")
                .params(message, Times.at(clock.instant()), gateway, receipt.outcome())
                .update();
        conclude(message);
        if (!before.equals(state(message))) {
            settling.told(message, clock.instant());
        }
    }

    /** A message has arrived when all its parts have, and has not when one of them never will. */
    private void conclude(UUID message) {
        db.sql("""
                        update messaging.message set changed_at = :now, words = null, due_at = null, state = (
                            select case when bool_or(outcome = 'FAILED') then 'FAILED'
                                        when bool_or(outcome = 'EXPIRED') then 'EXPIRED' else 'DELIVERED' end
                            from messaging.part where message = :message)
                        where id = :message and not exists (
                            select 1 from messaging.part where message = :message and outcome is null)""")
                .param("now", Times.at(clock.instant()))
                .param("message", message)
                .update();
    }

    private Optional<String> state(UUID message) {
        return db.sql("select state from messaging.message where id = ?")
                .param(message)
                .query(String.class)
                .optional();
    }

    private static String label(Receipt receipt) {
        return receipt.outcome().name();
    }
}
