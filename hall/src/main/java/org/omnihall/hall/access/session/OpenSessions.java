package org.omnihall.hall.access.session;

import java.net.InetAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.limit.Limit;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.limit.PlacesChanged;
import org.omnihall.hall.access.network.Profiles;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.MacAddress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads access.open_session. */
@Component
public class OpenSessions {

    public static final int MANY = 1000;

    private static final int ENOUGH = 100;

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    OpenSessions(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    Optional<OpenSession> of(long controllerId, Optional<MacAddress> mac, Optional<InetAddress> ip) {
        Optional<OpenSession> byMac =
                mac.flatMap(m -> newest("controller_id = ? and mac = ?", controllerId, m.bits()).stream()
                        .findFirst());
        return byMac.or(() -> mac.isPresent()
                ? Optional.empty()
                : ip.flatMap(
                        a -> newest("controller_id = ? and ip = ?::inet", controllerId, a.getHostAddress()).stream()
                                .findFirst()));
    }

    List<OpenSession> ofSubscriber(long subscriberId) {
        return newest("subscriber_id = ?", subscriberId);
    }

    List<OpenSession> ofSubscribers(Collection<Long> subscribers) {
        return db.sql(
                        "select * from access.open_session where subscriber_id = any(?::bigint[]) order by started_at desc")
                .param(subscribers.toArray(Long[]::new))
                .query(OpenSessions::row)
                .list();
    }

    /** Those of an owner of places that nobody has asked to end. */
    public List<OpenSession> ofOwner(Owner owner) {
        return db.sql("select * from access.open_session where owner = ? and releasing_at is null")
                .param(owner.toString())
                .query(OpenSessions::row)
                .list();
    }

    /** Those that run by a profile and that nobody has asked to end, at most {@link #MANY}; looks at all that are open. */
    public List<OpenSession> ofProfile(long profileId) {
        return db.sql("select * from access.open_session where owner is not null and releasing_at is null and "
                        + Profiles.OF_OPEN_SESSION + " = ? limit " + MANY)
                .param(profileId)
                .query(OpenSessions::row)
                .list();
    }

    List<OpenSession> ofDevice(MacAddress mac) {
        return newest("mac = ?", mac.bits());
    }

    List<InetAddress> addressesAt(long controllerId) {
        return db.sql("select distinct ip from access.open_session where controller_id = ? and ip is not null")
                .param(controllerId)
                .query((row, number) -> Columns.address(row, "ip").orElseThrow())
                .list();
    }

    public Optional<OpenSession> byId(UUID id) {
        return newest("id = ?", id).stream().findFirst();
    }

    /** Those of the sessions that are online. */
    public List<OpenSession> byIds(Collection<UUID> ids) {
        return db.sql("select * from access.open_session where id = any(?::text[]::uuid[])")
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(OpenSessions::row)
                .list();
    }

    /** What was asked to end and did not takes its owner's place again. */
    public void stays(UUID disconnectRequest) {
        List<PlacesChanged.Began> again = db
                .sql("update access.open_session set releasing_at = null where releasing_at is not null"
                        + " and id = (select session_id from access.disconnect_request where id = ?)"
                        + " returning id, owner, journey, controller_id, mac, started_at")
                .param(disconnectRequest)
                .query(OpenSessions::holder)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        events.publishEvent(new PlacesChanged(again, List.of()));
    }

    private static Optional<PlacesChanged.Began> holder(ResultSet row, int number) throws SQLException {
        Optional<Owner> owner = Optional.ofNullable(row.getString("owner")).flatMap(Owner::parse);
        UUID session = row.getObject("id", UUID.class);
        Optional<UUID> journey = Columns.uuid(row, "journey");
        long controller = row.getLong("controller_id");
        Optional<MacAddress> mac = Columns.mac(row, "mac");
        Instant since = Times.in(row, "started_at");
        return owner.map(whose -> new PlacesChanged.Began(whose, Limit.NONE, session, journey, controller, mac, since));
    }

    private List<OpenSession> newest(String where, Object... values) {
        return db.sql("select * from access.open_session where " + where + " order by started_at desc limit " + ENOUGH)
                .params(values)
                .query(OpenSessions::row)
                .list();
    }

    static OpenSession row(ResultSet row, int number) throws SQLException {
        Instant started = Times.in(row, "started_at");
        return new OpenSession(
                Columns.uuid(row, "id").orElseThrow(),
                Columns.uuid(row, "journey"),
                row.getLong("controller_id"),
                row.getString("acct_session_id"),
                row.getString("user_name"),
                Columns.number(row, "subscriber_id"),
                Columns.number(row, "account_id"),
                Columns.mac(row, "mac"),
                Columns.address(row, "ip"),
                Columns.place(row),
                started,
                Times.maybeIn(row, "last_heard").orElse(started),
                usage(row));
    }

    static Usage usage(ResultSet row) throws SQLException {
        return new Usage(
                row.getLong("up_octets"),
                row.getLong("down_octets"),
                row.getLong("up_packets"),
                row.getLong("down_packets"),
                Duration.ofSeconds(row.getLong("seconds")));
    }
}
