package org.omnihall.hall.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.messaging.gateway.Answer;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps the table of messages for the sender: who may send what when, and what came of it. */
@Component
class SenderBook {

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final Settling settling;
    private final SentContacts sent;

    SenderBook(JdbcClient db, TransactionOperations transaction, Settling settling, SentContacts sent) {
        this.db = db;
        this.transaction = transaction;
        this.settling = settling;
        this.sent = sent;
    }

    /**
     * Claims up to so many messages, codes first, until the lease ends. One that was in flight when its node died, or that got no answer,
     * is claimed for its one re-send; nobody else can claim the same at the same time.
     */
    List<Due> claim(int most, Instant now, Duration lease) {
        return db.sql("""
                        with due as (
                            select id from messaging.message where due_at <= :now and valid_until > :now
                                and not (in_flight and resends > 0)
                            order by (purpose = 'CODE') desc, due_at limit :most for update skip locked)
                        update messaging.message as m set in_flight = true, due_at = :lease, tries = m.tries + 1,
                            resends = m.resends + case when m.in_flight or m.state = 'UNKNOWN' then 1 else 0 end
                        from due where m.id = due.id
                        returning m.id, m.msisdn, m.template, m.language, m.words, m.valid_until, m.tries, m.resends""")
                .param("now", Times.at(now))
                .param("lease", Times.at(now.plus(lease)))
                .param("most", most)
                .query(SenderBook::due)
                .list();
    }

    /** Ends what outlived its use, and what must not be sent a third time; takes words away that nobody needs any more. */
    int sweep(Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> swept(now)))
                + db.sql("update messaging.message set words = null where words is not null and valid_until <= ?")
                        .param(Times.at(now))
                        .update();
    }

    private int swept(Instant now) {
        List<UUID> ended = db.sql("""
                        update messaging.message set due_at = null, in_flight = false, words = null, changed_at = :now,
                            state = case when in_flight or state = 'UNKNOWN' then 'UNKNOWN' else 'EXPIRED' end
                        where due_at is not null and due_at <= :now and (valid_until <= :now or in_flight and resends > 0)
                           or due_at is not null and not in_flight and valid_until <= :now
                        returning id""")
                .param("now", Times.at(now))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        ended.forEach(message -> settling.told(message, now));
        return ended.size();
    }

    void accepted(Due due, String gateway, Answer.Accepted answer, Instant now) {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < answer.ids().size(); i++) {
                db.sql("""
                                insert into messaging.part (gateway, gateway_id, msisdn, message, number, submitted_at)
                                values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                gateway,
                                ReceiptIds.kept(answer.ids().get(i)),
                                due.to().digits(),
                                due.id().value(),
                                i + 1,
                                Times.at(now))
                        .update();
            }
            conclude(due, MessageState.SUBMITTED, gateway, now);
            attempt(due, gateway, answer, now);
            sent.tell(due.id().value(), now);
            if (due.template().equals(SmsNotices.TEMPLATE)) {
                settling.taken(due.id().value(), answer.ids().size(), now);
            }
        });
    }

    void failed(Due due, String gateway, Answer answer, Instant now) {
        transaction.executeWithoutResult(status -> {
            conclude(due, MessageState.FAILED, gateway, now);
            because(due, Reason.GATEWAY_REFUSED);
            attempt(due, gateway, answer, now);
            settling.told(due.id().value(), now);
        });
    }

    /** It was never shown to a gateway. */
    void unsendable(Due due, Reason reason, Instant now) {
        transaction.executeWithoutResult(status -> {
            db.sql("""
                            update messaging.message set state = 'FAILED', words = null, due_at = null, in_flight = false,
                                changed_at = ? where id = ?""").params(Times.at(now), due.id().value()).update();
            because(due, reason);
            settling.told(due.id().value(), now);
        });
    }

    /** Nobody knows whether it went out: the first time it is sent again a little later, unless a receipt comes before. */
    void unknown(Due due, String gateway, Answer answer, Instant now, Duration patience) {
        transaction.executeWithoutResult(status -> {
            if (due.resends() > 0) {
                conclude(due, MessageState.UNKNOWN, gateway, now);
            } else {
                again(due, MessageState.UNKNOWN, now.plus(patience), now);
            }
            attempt(due, gateway, answer, now);
        });
    }

    void later(Due due, Instant next, Instant now) {
        again(due, due.resends() > 0 ? MessageState.UNKNOWN : MessageState.QUEUED, next, now);
    }

    void attempt(Due due, String gateway, Answer answer, Instant now) {
        db.sql("insert into messaging.attempt (message, at, gateway, outcome, detail) values (?, ?, ?, ?, ?)")
                .params(due.id().value(), Times.at(now), gateway, answer.label(), answer.toString())
                .update();
    }

    private void because(Due due, Reason reason) {
        db.sql("update messaging.message set reason = ? where id = ?")
                .params(reason.name(), due.id().value())
                .update();
    }

    private void conclude(Due due, MessageState state, String gateway, Instant now) {
        db.sql("""
                        update messaging.message set state = ?, gateway = ?, words = null, due_at = null, in_flight = false,
                            changed_at = ? where id = ?""")
                .params(state.name(), gateway, Times.at(now), due.id().value())
                .update();
    }

    /** A re-send that could not be tried is still owed: what is counted is what may have gone out. */
    private void again(Due due, MessageState state, Instant next, Instant now) {
        db.sql("""
                        update messaging.message set state = ?, due_at = ?, in_flight = false, changed_at = ?, resends = 0
                        where id = ?""")
                .params(state.name(), Times.at(next), Times.at(now), due.id().value())
                .update();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                new MessageId(row.getObject("id", UUID.class)),
                new Msisdn(row.getString("msisdn")),
                row.getString("template"),
                Locale.of(row.getString("language")),
                words(row.getBytes("words")),
                Times.in(row, "valid_until"),
                row.getInt("tries"),
                row.getInt("resends"));
    }

    /** A node whose clock goes ahead may have taken the words away already; empty ones do not open. */
    private static Octets words(byte @Nullable [] sealed) {
        return sealed == null ? Octets.EMPTY : Octets.of(sealed);
    }
}
