package org.omnihall.hall.access.funnel;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down how far attempts come. A step counts once an attempt; a drop each time it happens. */
@Component
public class Funnel {

    private static final int LONGEST_DETAIL = 200;

    private final JdbcClient db;
    private final MeterRegistry meters;

    Funnel(JdbcClient db, MeterRegistry meters) {
        this.db = db;
        this.meters = meters;
    }

    /**
     * The attempt reached a step.
     *
     * @return true if it had not reached it before
     */
    public boolean reached(Where where, Step step, Instant at) {
        boolean first = write(where, step, "", "", at) == 1;
        if (first) {
            meters.counter("omnihall.login.steps", "step", step.name()).increment();
        }
        return first;
    }

    public void dropped(Where where, Drop drop, Instant at) {
        dropped(where, drop, "", at);
    }

    /**
     * The attempt was stopped.
     *
     * @param detail what others said about it, such as the controller's text; never a code or a secret
     */
    public void dropped(Where where, Drop drop, String detail, Instant at) {
        write(where, drop.before(), drop.name(), clean(detail), at);
        meters.counter("omnihall.login.drops", "reason", drop.name()).increment();
    }

    /** Counts what stopped before there was anything to write down. */
    public void dropped(Drop drop, Instant at) {
        dropped(Where.NOWHERE, drop, at);
    }

    private int write(Where where, Step step, String reason, String detail, Instant at) {
        Optional<StepContact> contact = where.attempt().flatMap(attempt -> StepContact.of(step, reason));
        return db.sql("""
                with step as (
                    insert into access.funnel_step (attempt, step, reason, detail, at, number_key, area_path, venue_id,
                        controller_id, ssid, ap_mac, phone)
                    values (:attempt, :step, :reason, :detail, :at, :key, :area, :venue, :controller, :ssid, :ap, :phone)
                    on conflict (attempt, step) where reason = '' do nothing
                    returning id, attempt, at, area_path, venue_id),
                told as (
                    insert into access.untold (kind, source, source_id, journey, of_attempt, outcome, area_path, venue_id, at)
                    select :kind, 'access.step', id::text, attempt, :known, :outcome, area_path, venue_id, at
                    from step where :kind::text is not null)
                select count(*) from step""")
                .param("kind", contact.map(one -> one.kind().name()).orElse(null), java.sql.Types.VARCHAR)
                .param("known", contact.map(StepContact::known).orElse(false))
                .param("outcome", contact.map(StepContact::outcome).orElse(""))
                .param("attempt", where.attempt().orElse(null), java.sql.Types.OTHER)
                .param("step", step.name())
                .param("reason", reason)
                .param("detail", detail)
                .param("at", Times.at(at))
                .param("key", where.numberKey().map(Octets::toBytes).orElse(null), java.sql.Types.BINARY)
                .param("area", where.areaPath())
                .param("venue", where.venueId().orElse(null), java.sql.Types.BIGINT)
                .param("controller", where.controllerId().orElse(null), java.sql.Types.BIGINT)
                .param("ssid", where.ssid())
                .param("ap", where.apMac().orElse(null), java.sql.Types.VARCHAR)
                .param("phone", where.phone())
                .query(Integer.class)
                .single();
    }

    static String clean(String detail) {
        String printable = detail.replaceAll("\\p{Cntrl}", " ").strip();
        return Optional.of(printable)
                .filter(text -> text.length() > LONGEST_DETAIL)
                .map(text -> text.substring(0, LONGEST_DETAIL))
                .orElse(printable);
    }
}
