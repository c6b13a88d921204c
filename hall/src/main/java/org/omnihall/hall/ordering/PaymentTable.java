package org.omnihall.hall.ordering;

import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of payments: one an order at most, and one of each reference. */
@Component
class PaymentTable {

    private final JdbcClient db;

    PaymentTable(JdbcClient db) {
        this.db = db;
    }

    Optional<Payment> of(long order) {
        return db.sql("select * from ordering.payment where order_id = ?")
                .param(order)
                .query((row, number) -> new Payment(
                        row.getLong("id"),
                        row.getLong("order_id"),
                        row.getLong("fen"),
                        Payment.Method.valueOf(row.getString("method")),
                        row.getString("reference"),
                        row.getString("payer"),
                        Times.in(row, "paid_at")))
                .optional();
    }

    /** False where the reference has paid another order. */
    boolean insert(Order order, Payment.Method method, String reference, String payer, Instant now) {
        return db.sql("""
                                insert into ordering.payment (order_id, fen, method, reference, payer, paid_at) values (?, ?, ?, ?, ?, ?)
                                on conflict do nothing""")
                        .params(order.id(), order.dueNowFen(), method.name(), reference, payer, Times.at(now))
                        .update()
                == 1;
    }
}
