package org.omnihall.hall.access.dynamic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.session.SessionFilter;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.MomentId;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests for many sessions at once: to change their terms to those of now, or to end them. A sweep holds the sessions that were open when it
 * began; {@link SweepRunner} asks for them, at a bounded rate a controller, whatever node lives.
 */
@Component
public class Sweeps {

    private final SweepTable table;
    private final SweepReport report;
    private final DynamicSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    Sweeps(SweepTable table, SweepReport report, DynamicSettings settings, AuditTrail audit, Clock clock) {
        this.table = table;
        this.report = report;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a sweep would mean.
     *
     * @param sessions how many are open now
     * @param controllers at how many controllers
     * @param time how long it takes at least, by the rate
     * @param most how many one sweep may hold
     */
    public record Outlook(long sessions, long controllers, Duration time, long most) {

        public boolean isTooLarge() {
            return sessions > most;
        }
    }

    /** Which sessions, in the words of whoever asks. */
    public record Wish(Asked.Kind kind, SessionFilter filter, String told) {}

    public Outlook outlook(SessionFilter filter) {
        List<Long> byController = table.openByController(filter);
        long most = byController.stream().mapToLong(n -> n).max().orElse(0);
        return new Outlook(
                byController.stream().mapToLong(n -> n).sum(),
                byController.size(),
                Duration.ofSeconds(Math.ceilDiv(most, settings.perSecond())),
                settings.most());
    }

    /** Nothing where no session is meant, where they are too many, or where all of the Area's were to be ended. */
    @Transactional
    public Optional<UUID> begin(Wish wish, String actor) {
        Instant now = clock.instant();
        if (wish.kind() == Asked.Kind.END && !wish.filter().narrows()) {
            return Optional.empty();
        }
        UUID id = MomentId.at(now);
        long sessions = table.begin(id, wish, actor, now, settings.most() + 1L);
        if (sessions == 0 || sessions > settings.most()) {
            table.forget(id);
            return Optional.empty();
        }
        audit.record(
                actor,
                wish.kind() == Asked.Kind.END ? "sweep.end" : "sweep.change",
                "sweep:" + id,
                sessions + " sessions: " + wish.told());
        return Optional.of(id);
    }

    /** What was not asked yet is not asked any more. */
    @Transactional
    public void stop(UUID id, String actor) {
        if (table.stop(id, actor, clock.instant())) {
            audit.record(actor, "sweep.stop", "sweep:" + id, "");
        }
    }

    public Optional<Sweep> find(UUID id) {
        return table.find(id);
    }

    /** The newest first. */
    public Slice<Sweep> list(String areaPath, Paging paging) {
        return table.list(areaPath, paging);
    }

    public Sweep.Progress progress(UUID id) {
        return report.progress(id);
    }

    /** Its refusals by what they said, the most frequent first. */
    public List<SweepReport.Cause> causes(UUID id) {
        return report.causes(id);
    }

    /** Its sessions that were refused, not answered, or not shown in time. */
    public Slice<SweepReport.Failure> failures(UUID id, Paging paging) {
        return report.failures(id, paging);
    }
}
