package org.omnihall.hall.access.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Problem;
import org.omnihall.hall.access.network.Problem.Fault;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The watches over packets, which every node keeps within a second of their beginning; they and their packets are gone after a day. */
@Component
public class PacketWatches {

    /** In minutes. */
    public static final int LONGEST = 15;

    /** So many run at once, in the whole operator. */
    static final int MOST = 10;

    private static final int LONGEST_NAME = 253;
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient db;
    private final AccessControllers controllers;
    private final AuditTrail audit;
    private final Clock clock;

    PacketWatches(JdbcClient db, AccessControllers controllers, AuditTrail audit, Clock clock) {
        this.db = db;
        this.controllers = controllers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins a watch over a controller, a user, or a user at a controller.
     *
     * @param draft {@code controller} (its id), {@code user}, {@code minutes}
     * @param areaPath what the actor answers for
     */
    @Transactional
    public Change<PacketWatch> begin(Draft draft, String areaPath, String actor) {
        List<Problem> problems = new ArrayList<>();
        Optional<Long> controller = controller(draft, areaPath, problems);
        Optional<String> user = Optional.of(draft.text("user")).filter(name -> !name.isEmpty());
        if (user.isEmpty() && !draft.has("controller")) {
            problems.add(new Problem("user", Fault.EMPTY, ""));
        }
        if (user.map(String::length).orElse(0) > LONGEST_NAME) {
            problems.add(new Problem("user", Fault.TOO_LONG, Integer.toString(LONGEST_NAME)));
        }
        int minutes = minutes(draft, problems);
        Instant now = clock.instant();
        if (problems.isEmpty() && countRunning(now) >= MOST) {
            problems.add(new Problem("user", Fault.OUT_OF_BOUNDS, MOST + " ≥"));
        }
        if (!problems.isEmpty()) {
            return Change.refused(problems);
        }
        PacketWatch watch = new PacketWatch(
                UUID.randomUUID(),
                areaPath,
                controller,
                user.map(PacketWatch::plain),
                actor,
                now,
                now.plus(Duration.ofMinutes(minutes)));
        insert(watch);
        audit.record(
                actor,
                "packets.begin",
                "packet-watch:" + watch.id(),
                "ac:" + controller.map(Object::toString).orElse("*") + " user:"
                        + watch.shownUser().orElse("*") + " " + minutes + " min");
        return Change.done(watch);
    }

    private Optional<Long> controller(Draft draft, String areaPath, List<Problem> problems) {
        String text = draft.text("controller");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> known = Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .flatMap(controllers::byId)
                .filter(found -> found.areaPath().startsWith(areaPath))
                .map(found -> found.id());
        if (known.isEmpty()) {
            problems.add(new Problem("controller", Fault.UNKNOWN, text));
        }
        return known;
    }

    private static int minutes(Draft draft, List<Problem> problems) {
        String text = draft.text("minutes");
        int minutes = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (minutes < 1 || minutes > LONGEST) {
            problems.add(new Problem("minutes", Fault.OUT_OF_BOUNDS, "1 – " + LONGEST));
        }
        return minutes;
    }

    private long countRunning(Instant now) {
        return db.sql("select count(*) from access.packet_watch where ends_at > ?")
                .param(Times.at(now))
                .query(Long.class)
                .single();
    }

    private void insert(PacketWatch watch) {
        db.sql("insert into access.packet_watch (id, area_path, controller_id, user_name, actor, began_at, ends_at)"
                        + " values (?, ?, ?::bigint, ?::text, ?, ?, ?)")
                .param(watch.id())
                .param(watch.areaPath())
                .param(watch.controllerId().orElse(null))
                .param(watch.user().orElse(null))
                .param(watch.actor())
                .param(Times.at(watch.beganAt()))
                .param(Times.at(watch.endsAt()))
                .update();
    }

    /** Ends a watch now; its packets stay. */
    @Transactional
    public void end(PacketWatch watch, String actor) {
        Instant now = clock.instant();
        int ended = db.sql("update access.packet_watch set ends_at = ? where id = ? and ends_at > ?")
                .params(Times.at(now), watch.id(), Times.at(now))
                .update();
        if (ended == 1) {
            audit.record(actor, "packets.end", "packet-watch:" + watch.id(), "");
        }
    }

    public Optional<PacketWatch> find(UUID id) {
        return db.sql("select * from access.packet_watch where id = ?")
                .param(id)
                .query(PacketWatches::read)
                .optional();
    }

    /** Those of an Area, the newest first; all that are there, for they live a day. */
    public List<PacketWatch> all(String areaPath) {
        return db.sql(
                        "select * from access.packet_watch where starts_with(area_path, ?) order by began_at desc limit 200")
                .param(areaPath)
                .query(PacketWatches::read)
                .list();
    }

    /** The packets of a watch, the newest first. */
    public Slice<WatchedPacket> packets(PacketWatch watch, Paging paging) {
        long before = paging.after()
                .map(List::getFirst)
                .filter(digits -> digits.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        List<WatchedPacket> rows = db.sql(
                        "select * from access.watched_packet where watch_id = ? and id < ? order by id desc limit ?")
                .params(watch.id(), before, paging.limit())
                .query(PacketWatches::readPacket)
                .list();
        return paging.slice(rows, row -> List.of(Long.toString(row.id())));
    }

    /** All packets of a watch in their order, as a file has them. */
    public List<WatchedPacket> whole(PacketWatch watch) {
        return db.sql("select * from access.watched_packet where watch_id = ? order by id")
                .param(watch.id())
                .query(PacketWatches::readPacket)
                .list();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT9M")
    void purge() {
        db.sql("delete from access.packet_watch where began_at < ?")
                .param(Times.at(clock.instant().minus(KEPT)))
                .update();
    }

    static PacketWatch read(ResultSet row, int number) throws SQLException {
        return new PacketWatch(
                row.getObject("id", UUID.class),
                row.getString("area_path"),
                Optional.ofNullable(row.getObject("controller_id", Long.class)),
                Optional.ofNullable(row.getString("user_name")),
                row.getString("actor"),
                Times.in(row, "began_at"),
                Times.in(row, "ends_at"));
    }

    private static WatchedPacket readPacket(ResultSet row, int number) throws SQLException {
        return new WatchedPacket(
                row.getLong("id"),
                Times.in(row, "at"),
                WatchedPacket.Way.valueOf(row.getString("way")),
                row.getString("peer"),
                row.getString("packet"));
    }
}
