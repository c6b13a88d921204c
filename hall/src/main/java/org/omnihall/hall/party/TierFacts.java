package org.omnihall.hall.party;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Gathers what the rules of tiers judge companies by. Members are those of today, in the operator's zone. */
@Component
class TierFacts {

    /** A company as the rules see it. */
    record Row(
            long id, String areaPath, Tier tier, TierRule.Facts facts, Optional<String> pinned, boolean hasManager) {}

    private static final String SELECT = """
            select c.*, (select count(distinct m.subscriber_id) from party.membership m
                where m.company_id = c.id and :today between m.from_day and coalesce(m.to_day, :today)) as members
            from party.company c where c.merged_into is null""";

    private final JdbcClient db;
    private final Today today;
    private final TransactionOperations transaction;

    TierFacts(JdbcClient db, Today today, TransactionOperations transaction) {
        this.db = db;
        this.today = today;
        this.transaction = transaction;
    }

    Optional<Row> find(long companyId) {
        return db.sql(SELECT + " and c.id = :id")
                .param("today", Date.valueOf(today.day()))
                .param("id", companyId)
                .query(TierFacts::read)
                .optional();
    }

    /** The company, held against other changes until the transaction ends. */
    Optional<Row> locked(long companyId) {
        return db.sql("select id from party.company where id = ? and merged_into is null for no key update")
                .param(companyId)
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    /** All companies that the rules may move. */
    List<Row> free() {
        return db.sql(SELECT + " and c.pinned is null order by c.id")
                .param("today", Date.valueOf(today.day()))
                .query(TierFacts::read)
                .list();
    }

    <T> T inTransaction(Supplier<T> act) {
        return transaction.execute(status -> act.get());
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("area_path"),
                Tier.valueOf(row.getString("tier")),
                new TierRule.Facts(
                        row.getLong("monthly_spend"),
                        row.getLong("members"),
                        Optional.ofNullable(row.getString("industry")).map(Industry::valueOf)),
                Optional.ofNullable(row.getString("pinned")),
                row.getString("manager") != null || row.getObject("grid_id") != null);
    }
}
