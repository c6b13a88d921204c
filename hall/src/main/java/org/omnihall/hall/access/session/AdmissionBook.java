package org.omnihall.hall.access.session;

import java.net.InetAddress;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.hall.access.session.Admissions.Answer;
import org.omnihall.hall.database.Maybe;
import org.omnihall.hall.database.NamedLocks;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.MacAddress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the places of owners and writes new ones, exactly also when several ask at once, on whatever node: the owners are locked by
 * name for the one short transaction in which a group is judged. Within the group each sees what those before it took.
 */
@Component
class AdmissionBook {

    private final JdbcTemplate db;
    private final NamedLocks locks;
    private final TransactionTemplate transaction;

    AdmissionBook(JdbcTemplate db, NamedLocks locks, PlatformTransactionManager transactions) {
        this.db = db;
        this.locks = locks;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One device more, as of a moment. */
    record Asking(Admission admission, DevicePolicy policy, int devices, Instant at) {

        String owner() {
            return admission.owner();
        }
    }

    /**
     * A place that an owner's device holds.
     *
     * @param until an admission's end; an open session has none
     */
    private record Taken(DeviceLimit.Place place, long controllerId, Optional<Instant> until) {

        boolean isHeldAt(Instant moment) {
            return until.map(moment::isBefore).orElse(true);
        }
    }

    /** What a group makes of the tables. */
    private record Changes(Map<UUID, Asking> made, Map<UUID, Instant> releasing) {}

    /** The answers in the order of those who ask; durable when this returns. */
    List<Answer> enter(List<Asking> group) {
        return Objects.requireNonNull(transaction.execute(status -> entered(group)));
    }

    private List<Answer> entered(List<Asking> group) {
        String[] owners = group.stream().map(Asking::owner).distinct().sorted().toArray(String[]::new);
        locks.take(List.of(owners));
        Map<String, List<Taken>> taken = taken(owners, group);
        Changes changes = new Changes(new LinkedHashMap<>(), new HashMap<>());
        List<Answer> answers = group.stream()
                .map(asking ->
                        judged(asking, taken.computeIfAbsent(asking.owner(), none -> new ArrayList<>()), changes))
                .toList();
        releasing(changes.releasing());
        write(changes.made().values());
        return answers;
    }

    private static Answer judged(Asking asking, List<Taken> his, Changes changes) {
        Admission admission = asking.admission();
        List<Taken> held =
                his.stream().filter(taken -> taken.isHeldAt(asking.at())).toList();
        Optional<UUID> again = earlier(admission, held);
        if (again.isPresent()) {
            return new Answer.Held(again.get(), List.of());
        }
        List<DeviceLimit.Place> places = held.stream().map(Taken::place).toList();
        return switch (DeviceLimit.judge(asking.policy(), asking.devices(), admission.mac(), places)) {
            case DeviceLimit.Verdict.Full() -> new Answer.Full();
            case DeviceLimit.Verdict.Room(List<UUID> release) -> {
                release.forEach(id -> changes.releasing().put(id, asking.at()));
                changes.made().put(admission.journey(), asking);
                his.removeIf(taken -> release.contains(taken.place().id()) || isAdmission(taken, admission.journey()));
                his.add(new Taken(
                        new DeviceLimit.Place(admission.journey(), false, admission.mac(), asking.at()),
                        admission.controllerId(),
                        Optional.of(asking.at().plus(Admissions.HOLD))));
                yield new Answer.Held(admission.journey(), release);
            }
        };
    }

    /** The newest admission that the controller asks for again. */
    private static Optional<UUID> earlier(Admission admission, List<Taken> held) {
        return held.stream()
                .filter(taken -> !taken.place().open() && taken.controllerId() == admission.controllerId())
                .map(Taken::place)
                .filter(place -> place.id().equals(admission.journey())
                        || (place.mac().isPresent() && place.mac().equals(admission.mac())))
                .max(Comparator.comparing(DeviceLimit.Place::since))
                .map(DeviceLimit.Place::id);
    }

    private static boolean isAdmission(Taken taken, UUID journey) {
        return !taken.place().open() && taken.place().id().equals(journey);
    }

    /** In one statement, so that a session that begins meanwhile is seen once. */
    private Map<String, List<Taken>> taken(String[] owners, List<Asking> group) {
        Instant oldest =
                group.stream().map(Asking::at).min(Comparator.naturalOrder()).orElseThrow();
        Map<String, List<Taken>> taken = new HashMap<>();
        db.query(
                "select owner, id, true as open, controller_id, mac, started_at as since, null::timestamptz as held_until"
                        + " from access.open_session where owner = any(?::text[]) and releasing_at is null"
                        + " union all select owner, id, false, controller_id, mac, made_at, held_until"
                        + " from access.reservation where owner = any(?::text[]) and started_at is null and held_until > ?",
                row -> {
                    DeviceLimit.Place place = new DeviceLimit.Place(
                            row.getObject("id", UUID.class),
                            row.getBoolean("open"),
                            Columns.mac(row, "mac"),
                            Times.in(row, "since"));
                    taken.computeIfAbsent(row.getString("owner"), none -> new ArrayList<>())
                            .add(new Taken(place, row.getLong("controller_id"), Times.maybeIn(row, "held_until")));
                },
                owners,
                owners,
                Times.at(oldest));
        return taken;
    }

    private void releasing(Map<UUID, Instant> sessions) {
        sessions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> db.update(
                        "update access.open_session set releasing_at = ? where id = ?",
                        Times.at(one.getValue()),
                        one.getKey()));
    }

    private void write(Collection<Asking> made) {
        if (!made.isEmpty()) {
            db.batchUpdate(
                    "insert into access.reservation (id, owner, controller_id, user_name, subscriber_id, account_id, mac, ip,"
                            + " area_path, venue_id, ap_id, ssid, ssid_group, interim_seconds, made_at, held_until,"
                            + " devices, policy)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?::inet, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                            + " on conflict (id) do update set made_at = excluded.made_at, held_until = excluded.held_until,"
                            + " started_at = null, mac = excluded.mac, ip = excluded.ip, devices = excluded.devices,"
                            + " policy = excluded.policy",
                    made,
                    made.size(),
                    AdmissionBook::fill);
        }
    }

    private static void fill(PreparedStatement row, Asking asking) throws SQLException {
        Admission admission = asking.admission();
        row.setObject(1, admission.journey());
        row.setString(2, admission.owner());
        row.setLong(3, admission.controllerId());
        row.setString(4, admission.userName());
        Maybe.number(row, 5, admission.subscriberId());
        Maybe.number(row, 6, admission.accountId());
        Maybe.number(
                row,
                7,
                admission.mac().map(MacAddress::bits).map(OptionalLong::of).orElseGet(OptionalLong::empty));
        Maybe.text(row, 8, admission.ip().map(InetAddress::getHostAddress));
        row.setString(9, admission.place().areaPath());
        Maybe.number(row, 10, admission.place().venueId());
        Maybe.number(row, 11, admission.place().apId());
        Maybe.text(row, 12, admission.place().ssid());
        row.setString(13, admission.place().ssidGroup());
        row.setInt(14, Math.toIntExact(admission.interim().toSeconds()));
        row.setObject(15, Times.at(asking.at()));
        row.setObject(16, Times.at(asking.at().plus(Admissions.HOLD)));
        row.setInt(17, asking.devices());
        row.setString(18, asking.policy().name());
    }
}
