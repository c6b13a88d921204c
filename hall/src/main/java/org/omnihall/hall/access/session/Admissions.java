package org.omnihall.hall.access.session;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.MacAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives out the places of an owner's devices, exactly also when several ask at once (access-rules.md rule 15): the owner's row is locked for
 * the one short transaction in which the taken places are counted and the new one is written.
 */
@Component
public class Admissions {

    /** How long an Accept holds its place for the Start. */
    public static final Duration HOLD = Duration.ofSeconds(30);

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Admissions(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The answer to one device more. */
    public sealed interface Answer {
        /**
         * It may come in.
         *
         * @param journey the admission's id; that of the earlier one where the controller asked again within the hold
         * @param release sessions that must be ended for it
         */
        record Held(UUID journey, List<UUID> release) implements Answer {}

        record Full() implements Answer {}
    }

    /** Takes a place for 30 seconds, or until the Start. Zero devices means no limit. */
    public Answer take(Admission admission, DevicePolicy policy, int devices, Instant at) {
        Answer answer = transaction.execute(status -> taken(admission, policy, devices, at));
        if (answer == null) {
            throw new IllegalStateException("a transaction without an answer");
        }
        return answer;
    }

    private Answer taken(Admission admission, DevicePolicy policy, int devices, Instant at) {
        lock(admission.owner(), at);
        List<Taken> taken = taken(admission.owner(), at);
        Optional<UUID> again = earlier(admission, taken);
        if (again.isPresent()) {
            return new Answer.Held(again.get(), List.of());
        }
        List<DeviceLimit.Place> places = taken.stream().map(Taken::place).toList();
        return switch (DeviceLimit.judge(policy, devices, admission.mac(), places)) {
            case DeviceLimit.Verdict.Full() -> new Answer.Full();
            case DeviceLimit.Verdict.Room(List<UUID> release) -> {
                release.forEach(id -> releasing(id, at));
                write(admission, policy, devices, at);
                yield new Answer.Held(admission.journey(), release);
            }
        };
    }

    private void lock(String owner, Instant at) {
        db.sql("insert into access.place_owner (owner, touched_at) values (?, ?)"
                        + " on conflict (owner) do update set touched_at = excluded.touched_at")
                .params(owner, Times.at(at))
                .update();
    }

    /** A place that an owner's device holds, and at which controller. */
    private record Taken(DeviceLimit.Place place, long controllerId) {}

    /** The newest admission that the controller asks for again. */
    private static Optional<UUID> earlier(Admission admission, List<Taken> taken) {
        return taken.stream()
                .filter(t -> !t.place().open() && t.controllerId() == admission.controllerId())
                .map(Taken::place)
                .filter(p -> p.id().equals(admission.journey())
                        || (p.mac().isPresent() && p.mac().equals(admission.mac())))
                .max(Comparator.comparing(DeviceLimit.Place::since))
                .map(DeviceLimit.Place::id);
    }

    /** In one statement, so that a session that begins meanwhile is seen once. */
    private List<Taken> taken(String owner, Instant at) {
        return db.sql("select id, true as open, controller_id, mac, started_at as since from access.open_session"
                        + " where owner = ? and releasing_at is null"
                        + " union all select id, false, controller_id, mac, made_at from access.reservation"
                        + " where owner = ? and started_at is null and held_until > ?")
                .params(owner, owner, Times.at(at))
                .query((row, n) -> new Taken(
                        new DeviceLimit.Place(
                                row.getObject("id", UUID.class),
                                row.getBoolean("open"),
                                Columns.mac(row, "mac"),
                                Times.in(row, "since")),
                        row.getLong("controller_id")))
                .list();
    }

    private void releasing(UUID session, Instant at) {
        db.sql("update access.open_session set releasing_at = ? where id = ?")
                .params(Times.at(at), session)
                .update();
    }

    private void write(Admission a, DevicePolicy policy, int devices, Instant at) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(a.journey());
        values.add(a.owner());
        values.add(a.controllerId());
        values.add(a.userName());
        values.add(orNull(a.subscriberId()));
        values.add(orNull(a.accountId()));
        values.add(bits(a.mac()));
        values.add(a.ip().map(InetAddress::getHostAddress).orElse(null));
        values.add(a.place().areaPath());
        values.add(orNull(a.place().venueId()));
        values.add(orNull(a.place().apId()));
        values.add(a.place().ssid().orElse(null));
        values.add(a.place().ssidGroup());
        values.add(Math.toIntExact(a.interim().toSeconds()));
        values.add(Times.at(at));
        values.add(Times.at(at.plus(HOLD)));
        values.add(devices);
        values.add(policy.name());
        db.sql(
                        "insert into access.reservation (id, owner, controller_id, user_name, subscriber_id, account_id, mac, ip,"
                                + " area_path, venue_id, ap_id, ssid, ssid_group, interim_seconds, made_at, held_until,"
                                + " devices, policy)"
                                + " values (?, ?, ?, ?, ?::bigint, ?::bigint, ?::bigint, ?::inet, ?, ?::bigint, ?::bigint, ?, ?, ?, ?, ?,"
                                + " ?, ?)"
                                + " on conflict (id) do update set made_at = excluded.made_at, held_until = excluded.held_until,"
                                + " started_at = null, mac = excluded.mac, ip = excluded.ip, devices = excluded.devices,"
                                + " policy = excluded.policy")
                .params(values)
                .update();
    }

    private static @Nullable Long bits(Optional<MacAddress> mac) {
        return mac.map(MacAddress::bits).orElse(null);
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
