package org.omnihall.hall.access.code;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Codes of six digits, each for one handle and one number. While a code lives, asking again gives the same digits with the same end and the
 * same tries used; only when its life is over a new one is made. At rest the digits are sealed (rule 5).
 */
@Component
public class Codes {

    static final int DIGITS = 6;
    private static final Duration DAY = Duration.ofDays(1);
    private static final String PURPOSE = "access.code";

    private record Row(Code code, Octets sealed) {}

    private final JdbcClient db;
    private final TransactionOperations transactions;
    private final Vault vault;
    private final Limits limits;

    Codes(JdbcClient db, TransactionOperations transactions, Vault vault, Limits limits) {
        this.db = db;
        this.transactions = transactions;
        this.vault = vault;
        this.limits = limits;
    }

    /** The code to send now, if one may be sent. */
    public Issue issue(Attempt attempt, Octets numberKey, CodeRules rules, Instant now) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Optional<Row> row = locked(attempt.id(), numberKey);
            if (row.isEmpty()) {
                return make(attempt.id(), numberKey, rules, now);
            }
            Code code = row.get().code();
            Duration cooling = Duration.between(now, code.sentAt().plus(rules.coolDown()));
            if (cooling.isPositive()) {
                return new Issue.CoolingDown(cooling);
            }
            if (!code.alive(now)) {
                return make(attempt.id(), numberKey, rules, now);
            }
            if (code.tries() >= rules.tries()) {
                return new Issue.Spent(Duration.between(now, code.expiresAt()));
            }
            sentAgain(attempt.id(), numberKey, now);
            return new Issue.Send(open(attempt.id(), numberKey, row.get().sealed()), code.expiresAt(), true);
        }));
    }

    /** What the typed digits are worth; every wrong one costs a try and counts against the number's day. */
    public Guess guess(Attempt attempt, Octets numberKey, String typed, CodeRules rules, Instant now) {
        Limit day = new Limit(LimitKind.WRONG_CODES, numberKey, rules.wrongPerDay(), DAY);
        if (limits.take(List.of(day), now).full().isPresent()) {
            return Guess.DAY_SPENT;
        }
        Guess guess = compare(attempt.id(), numberKey, typed, rules, now);
        if (guess != Guess.WRONG) {
            limits.giveBack(day, now);
        }
        return guess;
    }

    public Optional<Code> find(UUID attempt, Octets numberKey) {
        return db.sql("select * from access.code where attempt = ? and number_key = ?")
                .params(attempt, numberKey.toBytes())
                .query(Codes::row)
                .optional()
                .map(Row::code);
    }

    /** Remembers the message that carries the code, so that its fate can be shown. */
    public void carriedBy(UUID attempt, Octets numberKey, String message) {
        db.sql("update access.code set message = ? where attempt = ? and number_key = ?")
                .params(message, attempt, numberKey.toBytes())
                .update();
    }

    int purge(Instant now) {
        return db.sql("delete from access.code where expires_at < ?")
                .param(Times.at(now.minus(DAY)))
                .update();
    }

    private Guess compare(UUID attempt, Octets numberKey, String typed, CodeRules rules, Instant now) {
        Optional<Octets> sealed = db.sql("""
                update access.code set tries = tries + 1
                where attempt = ? and number_key = ? and used_at is null and expires_at > ? and tries < ?
                returning sealed""")
                .params(attempt, numberKey.toBytes(), Times.at(now), rules.tries())
                .query((row, number) -> Octets.of(row.getBytes("sealed")))
                .optional();
        if (sealed.isEmpty()) {
            return why(attempt, numberKey, now);
        }
        Octets right = Octets.ofText(open(attempt, numberKey, sealed.get()));
        if (!right.equalsInConstantTime(Octets.ofText(typed))) {
            return Guess.WRONG;
        }
        int used = db.sql("update access.code set used_at = ? where attempt = ? and number_key = ? and used_at is null")
                .params(Times.at(now), attempt, numberKey.toBytes())
                .update();
        return used == 1 ? Guess.RIGHT : Guess.USED;
    }

    private Guess why(UUID attempt, Octets numberKey, Instant now) {
        return find(attempt, numberKey)
                .map(code ->
                        code.usedAt().isPresent() ? Guess.USED : code.alive(now) ? Guess.TRIES_SPENT : Guess.EXPIRED)
                .orElse(Guess.EXPIRED);
    }

    private Issue make(UUID attempt, Octets numberKey, CodeRules rules, Instant now) {
        String digits = vault.digits(DIGITS);
        Octets sealed = vault.seal(PURPOSE, Octets.ofText(digits), context(attempt, numberKey));
        Instant expires = now.plus(rules.life());
        int written = db.sql("""
                insert into access.code as c (attempt, number_key, sealed, tries, sends, made_at, sent_at, expires_at)
                values (:attempt, :key, :sealed, 0, 1, :now, :now, :expires)
                on conflict (attempt, number_key) do update set sealed = excluded.sealed, tries = 0, sends = 1,
                    made_at = excluded.made_at, sent_at = excluded.sent_at, expires_at = excluded.expires_at,
                    used_at = null, message = null
                where c.sent_at < excluded.sent_at and (c.expires_at <= excluded.made_at or c.used_at is not null)""")
                .param("attempt", attempt)
                .param("key", numberKey.toBytes())
                .param("sealed", sealed.toBytes())
                .param("now", Times.at(now))
                .param("expires", Times.at(expires))
                .update();
        return written == 1 ? new Issue.Send(digits, expires, false) : new Issue.CoolingDown(rules.coolDown());
    }

    private void sentAgain(UUID attempt, Octets numberKey, Instant now) {
        db.sql("update access.code set sends = sends + 1, sent_at = ? where attempt = ? and number_key = ?")
                .params(Times.at(now), attempt, numberKey.toBytes())
                .update();
    }

    private Optional<Row> locked(UUID attempt, Octets numberKey) {
        return db.sql("select * from access.code where attempt = ? and number_key = ? for update")
                .params(attempt, numberKey.toBytes())
                .query(Codes::row)
                .optional();
    }

    private String open(UUID attempt, Octets numberKey, Octets sealed) {
        return vault.open(PURPOSE, sealed, context(attempt, numberKey)).toText();
    }

    private static Octets context(UUID attempt, Octets numberKey) {
        return Octets.ofText(attempt.toString()).plus(numberKey);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Code code = new Code(
                row.getInt("tries"),
                row.getInt("sends"),
                Times.in(row, "made_at"),
                Times.in(row, "sent_at"),
                Times.in(row, "expires_at"),
                Times.maybeIn(row, "used_at"),
                Optional.ofNullable(row.getString("message")));
        return new Row(code, Octets.of(row.getBytes("sealed")));
    }
}
