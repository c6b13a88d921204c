package org.omnihall.hall.access.screens;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.dynamic.Changes;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.Problem;
import org.omnihall.hall.access.network.Quota.Amount;
import org.omnihall.hall.access.network.Reading;
import org.omnihall.hall.access.quota.Extras;
import org.omnihall.hall.access.quota.Period;
import org.omnihall.hall.access.quota.QuotaUse;
import org.omnihall.hall.access.session.ClosedSession;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.OpenSessions;
import org.omnihall.hall.access.session.SessionLists;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives the owner of a session more than his profile does. */
@Controller
class QuotaScreen {

    private static final Duration MOST_TIME = Duration.ofDays(31);
    private static final long MOST_MEGABYTES = 1_000_000;

    private final SessionLists sessions;
    private final OpenSessions open;
    private final OwnQuotas quotas;
    private final Changes changes;
    private final Extras extras;
    private final Desk desk;

    QuotaScreen(SessionLists sessions, OpenSessions open, OwnQuotas quotas, Changes changes, Extras extras, Desk desk) {
        this.sessions = sessions;
        this.open = open;
        this.quotas = quotas;
        this.changes = changes;
        this.extras = extras;
        this.desk = desk;
    }

    /** For the day or the month that runs; a session that goes on slowly is told at once. */
    @PostMapping("/sessions/{id}/quota")
    @Demands({Right.SESSION_SEE, Right.ACCOUNT_CHANGE})
    String give(
            Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        OpenSession session = sessions.findOpen(id)
                .or(() -> sessions.findClosed(id).map(ClosedSession::session))
                .filter(found -> caller.covers(found.place().areaPath()))
                .orElseThrow(Desk::missing);
        Reading in = new Reading(desk.draft(caller, fields));
        Period.Kind kind = in.choice("period", Period.Kind.class, Period.Kind.MONTH);
        Amount more = read(in);
        Optional<QuotaUse> use = quotas.of(session, caller);
        if (in.broken()) {
            Desk.tell(Change.refused(in.problems()), "access.quota.given", next);
        } else if (use.isEmpty()) {
            Flash.bad(next, "access.quota.none");
        } else if (!bounds(use.get().bound(kind), more)) {
            Flash.bad(next, "access.quota.unbounded");
        } else {
            give(session, kind, more, caller.login());
            Flash.good(next, "access.quota.given");
        }
        return "redirect:/sessions/" + id;
    }

    private static Amount read(Reading in) {
        Amount more = new Amount(in.span("time", MOST_TIME), in.number("volume", 0, 0, MOST_MEGABYTES) << 20);
        if (more.isNone() && !in.broken()) {
            in.wrong("volume", Problem.Fault.EMPTY, "");
        }
        return more;
    }

    /** Whether all that is given is of what the profile bounds: more of the rest is no more. */
    private static boolean bounds(Amount bound, Amount more) {
        return (more.time().isZero() || !bound.time().isZero()) && (more.octets() == 0 || bound.octets() > 0);
    }

    /** All sessions of the owner are told at once. */
    private void give(OpenSession session, Period.Kind kind, Amount more, String actor) {
        session.owner().ifPresent(owner -> {
            extras.give(owner, kind, more, "session:" + session.id(), actor);
            open.ofOwner(owner).forEach(running -> changes.change(running, actor));
        });
    }
}
