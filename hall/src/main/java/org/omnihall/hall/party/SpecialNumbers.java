package org.omnihall.hall.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The numbers for which the number plan alone is wrong: ported ones, and those on the allow and deny lists. Every change is audited. */
@Component
public class SpecialNumbers {

    /** A number on a list. */
    public record Listed(long id, Msisdn msisdn, NumberList list, String reason, Instant changedAt, String changedBy) {}

    /** A number that another operator serves than the one it was given out to. */
    public record Ported(long id, Msisdn msisdn, Operator operator, Instant changedAt, String changedBy) {}

    /** Characters of the reason for which a number stands on a list. */
    public static final int LONGEST_REASON = 200;

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final AuditTrail audit;
    private final Clock clock;

    SpecialNumbers(JdbcClient db, TransactionOperations transaction, AuditTrail audit, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of a list in the order of the numbers, behind the given digits; begin with an empty text. */
    public List<Listed> listed(NumberList list, String after, int most) {
        return db.sql("select * from party.listed_number where list = ? and msisdn > ? order by msisdn limit ?")
                .params(list.name(), after, most)
                .query(SpecialNumbers::listed)
                .list();
    }

    /** A page of the ported numbers in their order, behind the given digits. */
    public List<Ported> ported(String after, int most) {
        return db.sql("select * from party.ported_number where msisdn > ? order by msisdn limit ?")
                .params(after, most)
                .query(SpecialNumbers::ported)
                .list();
    }

    static Listed listed(ResultSet row, int number) throws SQLException {
        return new Listed(
                row.getLong("id"),
                new Msisdn(row.getString("msisdn")),
                NumberList.valueOf(row.getString("list")),
                row.getString("reason"),
                Times.in(row, "changed_at"),
                row.getString("by_actor"));
    }

    static Ported ported(ResultSet row, int number) throws SQLException {
        return new Ported(
                row.getLong("id"),
                new Msisdn(row.getString("msisdn")),
                Operator.valueOf(row.getString("operator")),
                Times.in(row, "changed_at"),
                row.getString("by_actor"));
    }

    /** Puts a number on a list; it leaves the other one. */
    public void list(Msisdn msisdn, NumberList list, String reason, String actor) {
        transaction.executeWithoutResult(status -> {
            db.sql("""
                            insert into party.listed_number (msisdn, list, reason, changed_at, by_actor)
                            values (:msisdn, :list, :reason, :now, :actor)
                            on conflict (msisdn) do update set list = :list, reason = :reason, changed_at = :now,
                                by_actor = :actor""")
                    .param("msisdn", msisdn.digits())
                    .param("list", list.name())
                    .param("reason", reason)
                    .param("now", Times.at(clock.instant()))
                    .param("actor", actor)
                    .update();
            audit.record(actor, "number.list", "number:" + msisdn.masked(), list + ": " + reason);
        });
    }

    public void unlist(Msisdn msisdn, String actor) {
        transaction.executeWithoutResult(status -> {
            db.sql("delete from party.listed_number where msisdn = ?")
                    .param(msisdn.digits())
                    .update();
            audit.record(actor, "number.unlist", "number:" + msisdn.masked(), "");
        });
    }

    /** Records by whom a number is served now. */
    public void port(Msisdn msisdn, Operator operator, String actor) {
        transaction.executeWithoutResult(status -> {
            db.sql("""
                            insert into party.ported_number (msisdn, operator, changed_at, by_actor)
                            values (:msisdn, :operator, :now, :actor)
                            on conflict (msisdn) do update set operator = :operator, changed_at = :now, by_actor = :actor""")
                    .param("msisdn", msisdn.digits())
                    .param("operator", operator.name())
                    .param("now", Times.at(clock.instant()))
                    .param("actor", actor)
                    .update();
            audit.record(actor, "number.port", "number:" + msisdn.masked(), operator.name());
        });
    }

    /** The number is served by the operator it was given out to again. */
    public void unport(Msisdn msisdn, String actor) {
        transaction.executeWithoutResult(status -> {
            db.sql("delete from party.ported_number where msisdn = ?")
                    .param(msisdn.digits())
                    .update();
            audit.record(actor, "number.unport", "number:" + msisdn.masked(), "");
        });
    }
}
