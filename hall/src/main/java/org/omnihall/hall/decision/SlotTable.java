package org.omnihall.hall.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of what slots may show. */
@Component
class SlotTable {

    private final JdbcClient db;

    SlotTable(JdbcClient db) {
        this.db = db;
    }

    long version() {
        return db.sql("select number from decision.version").query(Long.class).single();
    }

    /** To be called in the transaction of every change; changes wait for each other here. */
    void raiseVersion() {
        db.sql("update decision.version set number = number + 1").update();
    }

    Policy policy() {
        long version = version();
        List<SlotItem> items = all();
        return db.sql("select permille, salt from decision.hold_out")
                .query((row, number) -> new Policy(version, items, row.getInt("permille"), row.getString("salt")))
                .single();
    }

    List<SlotItem> all() {
        return db.sql("select * from decision.slot_item order by code")
                .query(SlotTable::read)
                .list();
    }

    /** Writes an item by its code, new or in the place of the one before. */
    void put(SlotItem item) {
        db.sql("""
                        insert into decision.slot_item (code, kind, offering, title_zh, title_en, text_zh, text_en, picture, places,
                            bands, area_path, weight, state, from_at, until_at)
                        values (:code, :kind, :offering, :titleZh, :titleEn, :textZh, :textEn, :picture, :places, :bands, :area,
                            :weight, :state, :from, :until)
                        on conflict (code) do update set kind = :kind, offering = :offering, title_zh = :titleZh, title_en = :titleEn,
                            text_zh = :textZh, text_en = :textEn, picture = :picture, places = :places, bands = :bands,
                            area_path = :area, weight = :weight, state = :state, from_at = :from, until_at = :until""")
                .param("code", item.code())
                .param("kind", item.isOffer() ? "OFFER" : "INFORMATION")
                .param("offering", item.offering().orElse(null))
                .param("titleZh", item.words().titleZh())
                .param("titleEn", item.words().titleEn())
                .param("textZh", item.words().textZh())
                .param("textEn", item.words().textEn())
                .param("picture", item.picture())
                .param("places", names(item.places()))
                .param("bands", names(item.bands()))
                .param("area", item.areaPath())
                .param("weight", item.weight())
                .param("state", item.state().name())
                .param("from", Times.at(item.from()))
                .param("until", Times.at(item.until()))
                .update();
    }

    void holdOut(int permille) {
        db.sql("update decision.hold_out set permille = ?").param(permille).update();
    }

    private static String[] names(Set<? extends Enum<?>> cases) {
        return cases.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static SlotItem read(ResultSet row, int number) throws SQLException {
        return new SlotItem(
                row.getLong("id"),
                row.getString("code"),
                Optional.ofNullable(row.getString("offering")),
                new SlotItem.Words(
                        row.getString("title_zh"),
                        row.getString("title_en"),
                        row.getString("text_zh"),
                        row.getString("text_en")),
                row.getString("picture"),
                texts(row, "places").map(SlotPlace::valueOf).collect(Collectors.toSet()),
                texts(row, "bands").map(CustomerBand::valueOf).collect(Collectors.toSet()),
                row.getString("area_path"),
                row.getInt("weight"),
                SlotItem.State.valueOf(row.getString("state")),
                Times.maybeIn(row, "from_at"),
                Times.maybeIn(row, "until_at"));
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray());
    }
}
