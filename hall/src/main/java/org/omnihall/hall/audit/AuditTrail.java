package org.omnihall.hall.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one table of administrative acts. Rows are only ever added; secrets and codes never get into them. */
@Component
public class AuditTrail {

    private final JdbcClient db;
    private final Clock clock;

    public AuditTrail(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Writes one act, in the caller's transaction where there is one, so that an act and its trace stand or fall together.
     *
     * @param actor a login, {@code shell:USER} or {@code system}
     * @param act what was done, such as {@code nas.add} or {@code number.seen}
     * @param subject the thing it was done to, such as {@code ac:17}
     * @param detail what changed, in plain words or JSON, without secrets
     */
    public void record(String actor, String act, String subject, String detail) {
        db.sql("insert into audit.entry (at, actor, act, subject, detail) values (?, ?, ?, ?, ?)")
                .params(clock.instant().atOffset(ZoneOffset.UTC), actor, act, subject, Plain.text(detail))
                .update();
    }
}
