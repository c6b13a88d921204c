package org.omnihall.hall.access.quota;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.Quota.Amount;
import org.omnihall.hall.database.RowArrays;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.shell.ShellSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What owners have used in their days and months: access.quota_use. */
@Component
public class UseBook {

    /** What a counter holds at most; beyond it nobody is let in anyway, and adding to it goes on. */
    private static final long MOST = 1L << 60;

    private static final String ADD = """
            on conflict (owner, period, begins) do update set seconds = least(quota_use.seconds, %1$d) + excluded.seconds,
                octets = least(quota_use.octets, %1$d) + excluded.octets, bound_seconds = excluded.bound_seconds,
                bound_octets = excluded.bound_octets""".formatted(MOST);

    private static final String IS_REACHED = """
            (u.bound_seconds > 0 and u.seconds >= u.bound_seconds + u.extra_seconds
                or u.bound_octets > 0 and u.octets >= u.bound_octets + u.extra_octets)""";

    /** Who is below a bound that was raised has not reached it; a session that should not be there makes its owner looked at again. */
    private static final String MARK = """
            update access.quota_use u set reached_at = case when %1$s then coalesce(u.reached_at, ?) end, taken_at = null, settled_at = null
            from unnest(?::text[], ?::text[], ?::date[], ?::bool[]) as s(owner, period, begins, again)
            where u.owner = s.owner and u.period = s.period and u.begins = s.begins
                and case when %1$s then u.reached_at is null or s.again else u.reached_at is not null end""".formatted(IS_REACHED);

    private static final String USED = """
            select owner, period, seconds, octets, extra_seconds, extra_octets from access.quota_use
            where owner = any(?::text[]) and (period = 'DAY' and begins = ? or period = 'MONTH' and begins = ?)""";

    private static final String ONLINE = """
            select owner, count(*) from access.open_session where owner = any(?::text[]) and releasing_at is null
            group by owner""";

    private static final RowArrays<Growth.Share> SHARES = new RowArrays<Growth.Share>("access.quota_use")
            .text("owner", share -> share.owner().toString())
            .text("period", share -> share.period().kind().name())
            .day("begins", share -> share.period().begins())
            .moment("ends_at", Growth.Share::endsAt)
            .number("seconds", share -> share.more().time().toSeconds())
            .number("octets", share -> share.more().octets())
            .number("bound_seconds", share -> share.bound().time().toSeconds())
            .number("bound_octets", share -> share.bound().octets());

    private final JdbcTemplate db;
    private final ZoneId zone;

    @Autowired
    UseBook(JdbcTemplate db, ShellSettings settings) {
        this(db, settings.zone());
    }

    public UseBook(JdbcTemplate db, ZoneId zone) {
        this.db = db;
        this.zone = zone;
    }

    /** The operator's calendar. */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Adds what was used, within the caller's transaction; owners in one order, so that nobody locks another out.
     *
     * @param grown in the order in which it was reported
     */
    public void count(List<Growth> grown, Instant now) {
        Map<String, Growth.Share> shares = new TreeMap<>();
        for (Growth growth : grown) {
            growth.shares(zone).forEach(share -> shares.merge(key(share), share, Growth.Share::plus));
        }
        if (shares.isEmpty()) {
            return;
        }
        List<Growth.Share> rows = List.copyOf(shares.values());
        SHARES.insert(db, rows, ADD);
        db.update(
                MARK,
                Times.at(now),
                rows.stream().map(share -> share.owner().toString()).toArray(String[]::new),
                rows.stream().map(share -> share.period().kind().name()).toArray(String[]::new),
                rows.stream().map(share -> share.period().begins().toString()).toArray(String[]::new),
                rows.stream().map(Growth.Share::again).toArray(Boolean[]::new));
    }

    private static String key(Growth.Share share) {
        return share.owner() + " " + share.period().kind() + " "
                + share.period().begins();
    }

    /** What they have used in the day and the month of a moment; who has used nothing has {@link Used#NOTHING}, but for his sessions. */
    public Map<Owner, Used> of(Collection<Owner> owners, Instant now) {
        String[] names = owners.stream().map(Owner::toString).toArray(String[]::new);
        Map<Owner, Used> used = new HashMap<>();
        owners.forEach(owner -> used.put(owner, Used.NOTHING));
        db.query(
                USED,
                row -> {
                    Owner owner = Owner.parse(row.getString("owner")).orElseThrow();
                    used.computeIfPresent(owner, (one, known) -> with(known, row));
                },
                names,
                begin(Period.Kind.DAY, now),
                begin(Period.Kind.MONTH, now));
        db.query(
                ONLINE,
                row -> {
                    Owner owner = Owner.parse(row.getString(1)).orElseThrow();
                    int online = row.getInt(2);
                    used.computeIfPresent(owner, (one, known) -> known.online(online));
                },
                (Object) names);
        return used;
    }

    private Date begin(Period.Kind kind, Instant now) {
        return Date.valueOf(Period.at(kind, now, zone).begins());
    }

    private static Used with(Used known, ResultSet row) {
        try {
            return known.with(Period.Kind.valueOf(row.getString("period")), amount(row, ""), amount(row, "extra_"));
        } catch (SQLException broken) {
            throw new IllegalStateException("a column of access.quota_use is missing", broken);
        }
    }

    private static Amount amount(ResultSet row, String prefix) throws SQLException {
        return new Amount(Duration.ofSeconds(row.getLong(prefix + "seconds")), row.getLong(prefix + "octets"));
    }
}
