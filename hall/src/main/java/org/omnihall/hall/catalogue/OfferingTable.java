package org.omnihall.hall.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnihall.hall.catalogue.ProductOffering.Bundle;
import org.omnihall.hall.catalogue.ProductOffering.Texts;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of offerings with their parts and questions. */
@Component
class OfferingTable {

    private record Of<T>(String offering, T thing) {}

    private final JdbcClient db;

    OfferingTable(JdbcClient db) {
        this.db = db;
    }

    long version() {
        return db.sql("select version from catalogue.version").query(Long.class).single();
    }

    /** Holds off other changes until the transaction ends. */
    void raiseVersion() {
        db.sql("update catalogue.version set version = version + 1").update();
    }

    boolean has(String code) {
        return db.sql("select exists (select 1 from catalogue.offering where code = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    Shelf shelf() {
        return Shelf.of(
                offerings(),
                db.sql("select * from catalogue.price order by valid_from desc, id desc")
                        .query(OfferingTable::price)
                        .list());
    }

    void insert(ProductOffering offering) {
        db.sql("""
                        insert into catalogue.offering (code, name, english_name, description, english_description, family, business_code, state,
                            buyers, trial_days, least, most, fulfilment, discount_permille, migrate_to, changed_at) values (:code, :name, :englishName, :description, :englishDescription, :family,
                            :business, :state, :buyers, :trialDays, :least, :most, :fulfilment, :discount, :migrateTo, :changedAt)""").params(values(offering)).update();
        writeParts(offering);
    }

    void update(ProductOffering offering) {
        db.sql("""
                        update catalogue.offering set name = :name, english_name = :englishName, description = :description,
                            english_description = :englishDescription, family = :family, business_code = :business, state = :state,
                            row_version = row_version + 1,
                            buyers = :buyers, trial_days = :trialDays, least = :least, most = :most, fulfilment = :fulfilment,
                            discount_permille = :discount, migrate_to = :migrateTo, changed_at = :changedAt
                        where code = :code""").params(values(offering)).update();
        writeParts(offering);
    }

    void remove(String code) {
        for (String table : List.of("price", "characteristic")) {
            db.sql("delete from catalogue." + table + " where offering_code = ?")
                    .param(code)
                    .update();
        }
        db.sql("delete from catalogue.bundle_part where bundle_code = ?")
                .param(code)
                .update();
        db.sql("delete from catalogue.offering where code = ?").param(code).update();
    }

    /** Gives back the id of the new row. */
    long insert(Price price) {
        return db.sql(
                        "insert into catalogue.price (offering_code, kind, unit, fen, valid_from) values (?, ?, ?, ?, ?) returning id")
                .params(price.offering(), price.kind().name(), price.unit(), price.fen(), Times.at(price.from()))
                .query(Long.class)
                .single();
    }

    /** Gives an offering a new entity tag when its prices were changed. */
    void touch(String code, Instant at) {
        db.sql("update catalogue.offering set row_version = row_version + 1, changed_at = ? where code = ?")
                .params(Times.at(at), code)
                .update();
    }

    void removePrice(long id) {
        db.sql("delete from catalogue.price where id = ?").param(id).update();
    }

    private void writeParts(ProductOffering offering) {
        db.sql("delete from catalogue.bundle_part where bundle_code = ?")
                .param(offering.code())
                .update();
        int place = 0;
        for (BundlePart part : offering.bundle().parts()) {
            db.sql("insert into catalogue.bundle_part values (?, ?, ?, ?)")
                    .params(offering.code(), part.offering(), place++, part.quantity())
                    .update();
        }
        db.sql("delete from catalogue.characteristic where offering_code = ?")
                .param(offering.code())
                .update();
        place = 0;
        for (Characteristic one : offering.asked()) {
            db.sql("insert into catalogue.characteristic values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            offering.code(),
                            one.code(),
                            place++,
                            one.name(),
                            one.englishName(),
                            one.type().name(),
                            one.required(),
                            one.choices().toArray(String[]::new))
                    .update();
        }
    }

    private List<ProductOffering> offerings() {
        Map<String, List<BundlePart>> parts = grouped(
                "select * from catalogue.bundle_part order by place",
                row -> new Of<>(
                        row.getString("bundle_code"),
                        new BundlePart(row.getString("part_code"), row.getInt("quantity"))));
        Map<String, List<Characteristic>> questions = grouped(
                "select * from catalogue.characteristic order by place",
                row -> new Of<>(row.getString("offering_code"), characteristic(row)));
        return db.sql("select * from catalogue.offering order by code collate \"C\"")
                .query((row, number) -> offering(row, parts, questions))
                .list();
    }

    private interface Reader<T> {
        Of<T> read(ResultSet row) throws SQLException;
    }

    private <T> Map<String, List<T>> grouped(String sql, Reader<T> reader) {
        return db.sql(sql).query((row, number) -> reader.read(row)).list().stream()
                .collect(Collectors.groupingBy(Of::offering, Collectors.mapping(Of::thing, Collectors.toList())));
    }

    private static Map<String, Object> values(ProductOffering offering) {
        Map<String, Object> values = new HashMap<>();
        values.put("code", offering.code());
        values.put("name", offering.texts().name());
        values.put("englishName", offering.texts().englishName());
        values.put("description", offering.texts().description());
        values.put("englishDescription", offering.texts().englishDescription());
        values.put("family", offering.family().name());
        values.put("business", offering.business());
        values.put("state", offering.state().name());
        values.put("buyers", offering.buyers().stream().map(Enum::name).sorted().toArray(String[]::new));
        values.put("trialDays", offering.trialDays().orElse(null));
        values.put("least", offering.least());
        values.put("most", offering.most());
        values.put("fulfilment", offering.fulfilment().toArray(String[]::new));
        values.put("discount", offering.bundle().discountPermille());
        values.put("migrateTo", offering.migrateTo().orElse(null));
        values.put("changedAt", Times.at(offering.changedAt()));
        return values;
    }

    private static ProductOffering offering(
            ResultSet row, Map<String, List<BundlePart>> parts, Map<String, List<Characteristic>> questions)
            throws SQLException {
        String code = row.getString("code");
        return new ProductOffering(
                code,
                new Texts(
                        row.getString("name"),
                        row.getString("english_name"),
                        row.getString("description"),
                        row.getString("english_description")),
                ProductFamily.valueOf(row.getString("family")),
                row.getString("business_code"),
                LifeCycle.valueOf(row.getString("state")),
                texts(row, "buyers").stream().map(BuyerKind::valueOf).collect(Collectors.toSet()),
                Optional.ofNullable(row.getObject("trial_days", Integer.class)),
                row.getInt("least"),
                row.getInt("most"),
                questions.getOrDefault(code, List.of()),
                texts(row, "fulfilment"),
                new Bundle(parts.getOrDefault(code, List.of()), row.getInt("discount_permille")),
                Optional.ofNullable(row.getString("migrate_to")),
                Times.in(row, "changed_at"));
    }

    private static Price price(ResultSet row, int number) throws SQLException {
        return new Price(
                row.getLong("id"),
                row.getString("offering_code"),
                Price.Kind.valueOf(row.getString("kind")),
                row.getString("unit"),
                row.getLong("fen"),
                Times.in(row, "valid_from"));
    }

    private static Characteristic characteristic(ResultSet row) throws SQLException {
        return new Characteristic(
                row.getString("code"),
                row.getString("name"),
                row.getString("english_name"),
                Characteristic.Type.valueOf(row.getString("type")),
                row.getBoolean("required"),
                texts(row, "choices"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
