package org.omnihall.hall.access.look;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.VenueLook;
import org.omnihall.hall.access.VenuePage;
import org.omnihall.hall.access.VenuePages;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the pages that owners make. */
@Component
class LookTable {

    private static final int HEX = 16;

    private final JdbcClient db;

    LookTable(JdbcClient db) {
        this.db = db;
    }

    long number() {
        return db.sql("select number from access.page_number").query(Long.class).single();
    }

    /** To be called in the transaction of every change of what visitors see. */
    void raiseNumber() {
        db.sql("update access.page_number set number = number + 1").update();
    }

    /** What visitors see, by place. */
    Map<Long, VenueLook> shown() {
        Map<Long, VenueLook> shown = new HashMap<>();
        db.sql("""
                        select p.* from access.venue_page p join (
                            select distinct on (place_id) place_id, version from access.venue_page_shown
                            order by place_id, id desc) newest on newest.place_id = p.place_id and newest.version = p.version""").query(row -> {
            shown.put(row.getLong("place_id"), look(row));
        });
        return shown;
    }

    /** Holds a place against other changes and gives its Area; nothing where there is none. */
    Optional<String> hold(long place) {
        return db.sql("select area_path from access.ssid_at_venue where id = ? for no key update")
                .param(place)
                .query(String.class)
                .optional();
    }

    List<VenuePage> versions(long place) {
        Optional<Integer> shown = shownVersion(place, 0);
        return db.sql("select * from access.venue_page where place_id = ? order by version desc")
                .param(place)
                .query((row, number) -> {
                    int version = row.getInt("version");
                    return new VenuePage(
                            version,
                            look(row),
                            Times.in(row, "made_at"),
                            row.getString("by_actor"),
                            shown.equals(Optional.of(version)));
                })
                .list();
    }

    /** The version that was published so many publishings ago; nothing for the operator's own page, and before the first. */
    Optional<Integer> shownVersion(long place, int ago) {
        return db.sql(
                        "select version from access.venue_page_shown where place_id = ? order by id desc offset ? limit 1")
                .params(place, ago)
                .query((row, number) -> Optional.ofNullable(row.getObject("version", Integer.class)))
                .optional()
                .flatMap(version -> version);
    }

    long publishings(long place) {
        return db.sql("select count(*) from access.venue_page_shown where place_id = ?")
                .param(place)
                .query(Long.class)
                .single();
    }

    int insert(long place, String areaPath, VenueLook look, String actor, Instant now) {
        return db.sql("""
                        insert into access.venue_page (place_id, version, area_path, title_zh, title_en, welcome_zh, welcome_en, ground,
                            ink, logo, made_at, by_actor)
                        select :place, coalesce(max(version), 0) + 1, :area, :titleZh, :titleEn, :welcomeZh, :welcomeEn, :ground, :ink,
                            :logo, :now, :actor
                        from access.venue_page where place_id = :place returning version""")
                .param("place", place)
                .param("area", areaPath)
                .param("titleZh", look.texts().titleZh())
                .param("titleEn", look.texts().titleEn())
                .param("welcomeZh", look.texts().welcomeZh())
                .param("welcomeEn", look.texts().welcomeEn())
                .param("ground", number(look.ground()))
                .param("ink", number(look.ink()))
                .param("logo", look.logo().orElse(null))
                .param("now", Times.at(now))
                .param("actor", actor)
                .query(Integer.class)
                .single();
    }

    /** Drops what a place has too much of: old versions that are not shown and were not shown last, and logos that none shows any more. */
    void prune(long place, Instant unusedSince) {
        db.sql("""
                        delete from access.venue_page_shown where place_id = :place and id <= (
                            select id from access.venue_page_shown where place_id = :place order by id desc offset :most limit 1)""")
                .param("place", place)
                .param("most", VenuePages.MOST_VERSIONS)
                .update();
        db.sql("""
                        delete from access.venue_page where place_id = :place and version <= (
                                select max(version) - :most from access.venue_page where place_id = :place)
                            and version not in (select coalesce(version, 0) from access.venue_page_shown
                                where place_id = :place order by id desc limit 2)""")
                .param("place", place)
                .param("most", VenuePages.MOST_VERSIONS)
                .update();
        db.sql("""
                        delete from access.page_logo l where place_id = :place and made_at < :before and not exists (
                            select from access.venue_page p where p.place_id = :place and p.logo = l.name)""").param("place", place).param("before", Times.at(unusedSince)).update();
    }

    boolean isThere(long place, int version) {
        return db.sql("select exists (select from access.venue_page where place_id = ? and version = ?)")
                .params(place, version)
                .query(Boolean.class)
                .single();
    }

    void show(long place, String areaPath, Optional<Integer> version, String actor, Instant now) {
        db.sql("""
                        insert into access.venue_page_shown (place_id, area_path, version, at, by_actor)
                        values (:place, :area, :version, :now, :actor)""")
                .param("place", place)
                .param("area", areaPath)
                .param("version", version.orElse(null), java.sql.Types.INTEGER)
                .param("now", Times.at(now))
                .param("actor", actor)
                .update();
    }

    void putLogo(long place, String areaPath, String name, Octets png, Instant now) {
        db.sql("insert into access.page_logo values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(place, name, areaPath, png.toBytes(), Times.at(now))
                .update();
    }

    Optional<Octets> logo(long place, String name) {
        return db.sql("select png from access.page_logo where place_id = ? and name = ?")
                .params(place, name)
                .query((row, number) -> Octets.of(row.getBytes("png")))
                .optional();
    }

    Optional<Octets> logo(String name) {
        return db.sql("select png from access.page_logo where name = ? limit 1")
                .param(name)
                .query((row, number) -> Octets.of(row.getBytes("png")))
                .optional();
    }

    void forget(long place) {
        List.of("access.venue_page", "access.venue_page_shown", "access.page_logo")
                .forEach(table -> db.sql("delete from " + table + " where place_id = ?")
                        .param(place)
                        .update());
    }

    private static VenueLook look(ResultSet row) throws SQLException {
        return new VenueLook(
                new VenueLook.Texts(
                        row.getString("title_zh"),
                        row.getString("title_en"),
                        row.getString("welcome_zh"),
                        row.getString("welcome_en")),
                colour(row.getInt("ground")),
                colour(row.getInt("ink")),
                Optional.ofNullable(row.getString("logo")));
    }

    private static int number(String colour) {
        return Integer.parseInt(colour.substring(1), HEX);
    }

    private static String colour(int number) {
        return String.format(Locale.ROOT, "#%06x", number);
    }
}
