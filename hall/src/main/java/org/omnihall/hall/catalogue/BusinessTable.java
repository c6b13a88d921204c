package org.omnihall.hall.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.omnihall.hall.channel.ChannelClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of businesses, permissions and figures. */
@Component
class BusinessTable {

    private final JdbcClient db;

    BusinessTable(JdbcClient db) {
        this.db = db;
    }

    long version() {
        return db.sql("select version from catalogue.version").query(Long.class).single();
    }

    /** Holds off other changes until the transaction ends. */
    void raiseVersion() {
        db.sql("update catalogue.version set version = version + 1").update();
    }

    Classification read() {
        return db.sql("select * from catalogue.classification")
                .query((row, number) -> {
                    Thresholds thresholds = thresholds(row);
                    ComplexityRule complexity = complexity(row);
                    return new Classification(
                            thresholds, complexity, businesses(thresholds, complexity), permissions());
                })
                .single();
    }

    private List<Business> businesses(Thresholds thresholds, ComplexityRule complexity) {
        return db.sql("select * from catalogue.business order by code collate \"C\"")
                .query((row, number) -> business(row, thresholds, complexity))
                .list();
    }

    private PermissionTable permissions() {
        return new PermissionTable(db.sql("select * from catalogue.permission")
                .query((row, number) -> new Permission(
                        BusinessType.valueOf(row.getString("business_type")),
                        ChannelClass.valueOf(row.getString("channel_class")),
                        Steering.valueOf(row.getString("steering"))))
                .list());
    }

    void write(Permission permission) {
        db.sql("update catalogue.permission set steering = ? where business_type = ? and channel_class = ?")
                .params(
                        permission.steering().name(),
                        permission.type().name(),
                        permission.channelClass().name())
                .update();
    }

    void write(Thresholds thresholds) {
        db.sql("update catalogue.classification set middle_value = ?, high_value = ?, high_risk = ?, cells = ?")
                .params(
                        thresholds.middleValue(),
                        thresholds.highValue(),
                        thresholds.highRisk(),
                        thresholds.cells().stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    void write(ComplexityRule rule) {
        db.sql("""
                        update catalogue.classification set step_points = ?, document_points = ?, approval_points = ?, minute_points = ?,
                            medium_from = ?, high_from = ?""")
                .params(
                        rule.stepPoints(),
                        rule.documentPoints(),
                        rule.approvalPoints(),
                        rule.minutePoints(),
                        rule.mediumFrom(),
                        rule.highFrom())
                .update();
    }

    /** Adds or changes. */
    void write(Business business) {
        db.sql("""
                        insert into catalogue.business values (:code, :name, :englishName, :value, :risk, :steps, :documents, :approvals,
                            :minutes, :standard, :lowContact)
                        on conflict (code) do update set name = excluded.name, english_name = excluded.english_name,
                            value_score = excluded.value_score, risk_score = excluded.risk_score, steps = excluded.steps,
                            documents = excluded.documents, approvals = excluded.approvals,
                            handling_minutes = excluded.handling_minutes, standard = excluded.standard,
                            low_contact = excluded.low_contact""")
                .param("code", business.code())
                .param("name", business.name())
                .param("englishName", business.englishName())
                .param("value", business.value())
                .param("risk", business.risk())
                .param("steps", business.effort().steps())
                .param("documents", business.effort().documents())
                .param("approvals", business.effort().approvals())
                .param("minutes", business.effort().minutes())
                .param("standard", business.standard())
                .param("lowContact", business.lowContact())
                .update();
    }

    boolean isOffered(String code) {
        return db.sql("select exists (select from catalogue.offering where business_code = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    void remove(String code) {
        db.sql("delete from catalogue.business where code = ?").param(code).update();
    }

    private static Thresholds thresholds(ResultSet row) throws SQLException {
        List<BusinessType> cells = Arrays.stream(
                        (String[]) row.getArray("cells").getArray())
                .map(BusinessType::valueOf)
                .toList();
        return new Thresholds(row.getInt("middle_value"), row.getInt("high_value"), row.getInt("high_risk"), cells);
    }

    private static ComplexityRule complexity(ResultSet row) throws SQLException {
        return new ComplexityRule(
                row.getInt("step_points"),
                row.getInt("document_points"),
                row.getInt("approval_points"),
                row.getInt("minute_points"),
                row.getInt("medium_from"),
                row.getInt("high_from"));
    }

    private static Business business(ResultSet row, Thresholds thresholds, ComplexityRule complexity)
            throws SQLException {
        int value = row.getInt("value_score");
        int risk = row.getInt("risk_score");
        Effort effort = new Effort(
                row.getInt("steps"), row.getInt("documents"), row.getInt("approvals"), row.getInt("handling_minutes"));
        return new Business(
                row.getString("code"),
                row.getString("name"),
                row.getString("english_name"),
                value,
                risk,
                effort,
                row.getBoolean("standard"),
                row.getBoolean("low_contact"),
                BusinessTypes.of(value, risk, thresholds),
                complexity.of(effort));
    }
}
