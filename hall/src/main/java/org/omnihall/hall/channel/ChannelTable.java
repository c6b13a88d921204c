package org.omnihall.hall.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.party.AreaMoved;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of channels. */
@Component
class ChannelTable {

    private static final String SELECT = "select * from channel.channel";

    private final JdbcClient db;

    ChannelTable(JdbcClient db) {
        this.db = db;
    }

    long version() {
        return db.sql("select version from channel.version").query(Long.class).single();
    }

    void raiseVersion() {
        db.sql("update channel.version set version = version + 1").update();
    }

    List<Channel> all() {
        return db.sql(SELECT + " order by code collate \"C\"")
                .query(ChannelTable::row)
                .list();
    }

    Optional<Channel> find(ChannelId id) {
        return db.sql(SELECT + " where id = ?")
                .param(id.value())
                .query(ChannelTable::row)
                .optional();
    }

    Optional<Channel> byCode(String code) {
        return db.sql(SELECT + " where code = ?")
                .param(code)
                .query(ChannelTable::row)
                .optional();
    }

    /** The row, held against other changes until the transaction ends. */
    Optional<Channel> locked(ChannelId id) {
        return db.sql(SELECT + " where id = ? for update")
                .param(id.value())
                .query(ChannelTable::row)
                .optional();
    }

    /** A page of what is looked for, in the order of codes. */
    Slice<Channel> list(String areaPath, ChannelFilter filter, Paging paging) {
        Conditions asked = filter.conditions().below("area_path", areaPath);
        paging.after().map(List::getFirst).ifPresent(code -> asked.and("code collate \"C\" > :after", "after", code));
        List<Channel> rows = db.sql(SELECT + asked.where() + " order by code collate \"C\" limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(ChannelTable::row)
                .list();
        return paging.slice(rows, channel -> List.of(channel.code()));
    }

    /** Gives back the id of the new row. */
    ChannelId insert(Channel channel) {
        return new ChannelId(
                db.sql("""
                        insert into channel.channel (code, name, english_name, kind, ownership, parent_id, area_path, grid, status, hours,
                            contacts_per_hour, contact_cost_fen)
                        values (:code, :name, :englishName, :kind, :ownership, :parent, :areaPath, :grid, :status, :hours,
                            :contactsPerHour, :contactCostFen) returning id""").params(values(channel)).query(Long.class).single());
    }

    void update(Channel channel) {
        db.sql("""
                        update channel.channel set name = :name, english_name = :englishName, kind = :kind, ownership = :ownership,
                            parent_id = :parent, area_path = :areaPath, grid = :grid, status = :status, hours = :hours,
                            contacts_per_hour = :contactsPerHour, contact_cost_fen = :contactCostFen, row_version = row_version + 1
                        where id = :id""").params(values(channel)).update();
    }

    /** Gives a channel a new entity tag when something that belongs to it was changed. */
    void touch(ChannelId id) {
        db.sql("update channel.channel set row_version = row_version + 1 where id = ?")
                .param(id.value())
                .update();
    }

    /** Lets the channels of an Area follow it. */
    void follow(AreaMoved moved) {
        moved.followCounting(db, "channel.channel", "row_version");
    }

    private static Map<String, Object> values(Channel channel) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", channel.id().value());
        values.put("code", channel.code());
        values.put("name", channel.name());
        values.put("englishName", channel.englishName());
        values.put("kind", channel.kind().name());
        values.put("ownership", channel.ownership().name());
        values.put("parent", channel.parent().map(ChannelId::value).orElse(null));
        values.put("areaPath", channel.areaPath());
        values.put("grid", channel.grid());
        values.put("status", channel.status().name());
        values.put("hours", channel.service().hours().text());
        values.put("contactsPerHour", channel.service().contactsPerHour().orElse(null));
        values.put("contactCostFen", channel.service().contactCostFen());
        return values;
    }

    private static Channel row(ResultSet row, int number) throws SQLException {
        return new Channel(
                new ChannelId(row.getLong("id")),
                row.getString("code"),
                row.getString("name"),
                ChannelKind.valueOf(row.getString("kind")),
                row.getString("area_path"),
                row.getString("english_name"),
                Ownership.valueOf(row.getString("ownership")),
                Optional.ofNullable(row.getObject("parent_id", Long.class)).map(ChannelId::new),
                row.getString("grid"),
                ChannelStatus.valueOf(row.getString("status")),
                new ServiceTerms(
                        OpeningHours.parse(row.getString("hours")).orElseThrow(),
                        Optional.ofNullable(row.getObject("contacts_per_hour", Integer.class)),
                        row.getLong("contact_cost_fen")));
    }
}
