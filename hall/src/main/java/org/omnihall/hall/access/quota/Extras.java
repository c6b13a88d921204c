package org.omnihall.hall.access.quota;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.Quota.Amount;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives an owner more than his profile does, in the day or the month that runs. What he has used stays as it is. */
@Component
public class Extras {

    /** Who is below his bound again is not looked at any more, until he reaches it once more. */
    private static final String GIVE = """
            insert into access.quota_use as u (owner, period, begins, ends_at, seconds, octets, bound_seconds, bound_octets,
                extra_seconds, extra_octets)
            values (:owner, :period, :begins, :ends, 0, 0, 0, 0, :seconds, :octets)
            on conflict (owner, period, begins) do update set extra_seconds = u.extra_seconds + excluded.extra_seconds,
                extra_octets = u.extra_octets + excluded.extra_octets, reached_at = null, taken_at = null, settled_at = null""";

    private final JdbcClient db;
    private final UseBook book;
    private final AuditTrail audit;
    private final Clock clock;

    Extras(JdbcClient db, UseBook book, AuditTrail audit, Clock clock) {
        this.db = db;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds to what was given before.
     *
     * @param subject whom the audit trail names; no number
     */
    @Transactional
    public void give(Owner owner, Period.Kind kind, Amount more, String subject, String actor) {
        Instant now = clock.instant();
        Period period = Period.at(kind, now, book.zone());
        db.sql(GIVE)
                .param("owner", owner.toString())
                .param("period", kind.name())
                .param("begins", Date.valueOf(period.begins()))
                .param("ends", Times.at(period.endsAt(book.zone())))
                .param("seconds", more.time().toSeconds())
                .param("octets", more.octets())
                .update();
        audit.record(
                actor,
                "quota.give",
                subject,
                kind + " " + period.begins() + ": " + more.time().toSeconds() + " s, " + more.octets() + " octets");
    }
}
