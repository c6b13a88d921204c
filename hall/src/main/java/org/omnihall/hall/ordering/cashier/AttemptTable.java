package org.omnihall.hall.ordering.cashier;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.ordering.By;
import org.omnihall.hall.ordering.CashierKind;
import org.omnihall.hall.ordering.PaymentAttempt;
import org.omnihall.hall.ordering.PaymentAttempt.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of attempts to pay, and of the callbacks that were believed. */
@Component
class AttemptTable {

    private static final int MOST = 50;
    private static final int LONGEST_REASON = 200;

    private final JdbcClient db;
    private final CashierSettings settings;

    AttemptTable(JdbcClient db, CashierSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    Optional<Attempt> find(String number) {
        return db.sql("select * from ordering.payment_attempt where number = ?")
                .param(number)
                .query(AttemptTable::read)
                .optional();
    }

    /** The attempt of this cashier, held until the transaction ends. */
    Optional<Attempt> locked(String cashier, String number) {
        return db.sql("select * from ordering.payment_attempt where number = ? and cashier_code = ? for update")
                .params(number, cashier)
                .query(AttemptTable::read)
                .optional();
    }

    /** The newest first. */
    List<PaymentAttempt> of(long order) {
        return db.sql("select * from ordering.payment_attempt where order_id = ? order by id desc limit ?")
                .params(order, MOST)
                .query((row, number) -> shown(row))
                .list();
    }

    /** Those whose money has to go back, the oldest first. */
    List<PaymentAttempt> toRefund() {
        return db.sql("select * from ordering.payment_attempt where state = 'TO_REFUND' order by id limit ?")
                .param(MOST)
                .query((row, number) -> shown(row))
                .list();
    }

    long countToRefund() {
        return db.sql("select count(*) from ordering.payment_attempt where state = 'TO_REFUND'")
                .query(Long.class)
                .single();
    }

    /** An attempt whose page is still open for this sum. */
    Optional<Attempt> running(long order, String cashier, long fen, Instant now) {
        return db.sql("""
                        select * from ordering.payment_attempt where order_id = ? and cashier_code = ? and fen = ? and state = 'BEGUN'
                            and page <> '' and expires_at > ? order by id desc limit 1""")
                .params(order, cashier, fen, Times.at(now))
                .query(AttemptTable::read)
                .optional();
    }

    void insert(Charge charge, long order, Till till, By by, Instant now) {
        db.sql("""
                        insert into ordering.payment_attempt (number, order_id, cashier_code, kind, fen, state, come_back, actor,
                            channel_id, begun_at, expires_at, changed_at, due_at)
                        values (:number, :order, :cashier, :kind, :fen, 'BEGUN', :back, :actor, :channel, :now, :expires, :now, :due)""")
                .param("number", charge.number())
                .param("order", order)
                .param("cashier", till.code())
                .param("kind", till.kind().name())
                .param("fen", charge.fen())
                .param("back", charge.comeBack().toString())
                .param("actor", by.actor())
                .param("channel", by.channel().value())
                .param("now", Times.at(now))
                .param("expires", Times.at(charge.expires()))
                .param("due", Times.at(now.plus(settings.firstPause())))
                .update();
    }

    void putPage(String number, URI page) {
        db.sql("update ordering.payment_attempt set page = ? where number = ?")
                .params(page.toString(), number)
                .update();
    }

    void settle(String number, State state, String transaction, String reason, Instant now) {
        db.sql("""
                        update ordering.payment_attempt set state = :state, transaction = :transaction, reason = :reason,
                            changed_at = :now, due_at = null where number = :number""")
                .param("state", state.name())
                .param("transaction", transaction)
                .param("reason", reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason)
                .param("now", Times.at(now))
                .param("number", number)
                .update();
    }

    /** Keeps a further payment of an attempt that was paid already, once. */
    boolean insertSecond(Attempt first, String transaction, long fen, Instant now) {
        return db.sql("""
                                insert into ordering.payment_attempt (number, order_id, cashier_code, kind, fen, state, come_back, actor,
                                    channel_id, transaction, reason, begun_at, expires_at, changed_at)
                                select number || '+' || :transaction, order_id, cashier_code, kind, :fen, 'TO_REFUND', come_back, actor,
                                    channel_id, :transaction, 'PAID_TWICE', begun_at, expires_at, :now
                                from ordering.payment_attempt where number = :number on conflict (number) do nothing""")
                        .param("number", first.number())
                        .param("transaction", transaction)
                        .param("fen", fen)
                        .param("now", Times.at(now))
                        .update()
                == 1;
    }

    /** Takes attempts whose cashiers are to be asked now; who dies with one leaves it to others after the lease. */
    List<Attempt> claim(int most, Instant now, Duration lease) {
        return db.sql("""
                        update ordering.payment_attempt set due_at = :lease, asked = asked + 1 where id in (
                            select id from ordering.payment_attempt where due_at <= :now order by due_at limit :most
                            for update skip locked) returning *""")
                .param("lease", Times.at(now.plus(lease)))
                .param("now", Times.at(now))
                .param("most", most)
                .query(AttemptTable::read)
                .list();
    }

    void askAt(String number, Instant due) {
        db.sql("update ordering.payment_attempt set due_at = ? where number = ? and state = 'BEGUN'")
                .params(Times.at(due), number)
                .update();
    }

    /** False where the same callback was believed before. */
    boolean insertCallback(String cashier, Notice notice, Instant now) {
        return db.sql("insert into ordering.cashier_callback values (?, ?, ?, ?) on conflict do nothing")
                        .params(cashier, notice.nonce(), notice.number(), Times.at(now))
                        .update()
                == 1;
    }

    private static Attempt read(ResultSet row, int number) throws SQLException {
        return new Attempt(
                shown(row),
                row.getString("page"),
                row.getString("come_back"),
                row.getString("actor"),
                new ChannelId(row.getLong("channel_id")),
                Times.in(row, "expires_at"),
                row.getInt("asked"));
    }

    private static PaymentAttempt shown(ResultSet row) throws SQLException {
        return new PaymentAttempt(
                row.getString("number"),
                row.getLong("order_id"),
                row.getString("cashier_code"),
                CashierKind.valueOf(row.getString("kind")),
                row.getLong("fen"),
                State.valueOf(row.getString("state")),
                row.getString("transaction"),
                row.getString("reason"),
                Times.in(row, "begun_at"),
                Times.in(row, "changed_at"));
    }
}
