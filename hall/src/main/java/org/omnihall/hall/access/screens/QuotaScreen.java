package org.omnihall.hall.access.screens;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.dynamic.Changes;
import org.omnihall.hall.access.dynamic.CurrentTerms;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.Problem;
import org.omnihall.hall.access.network.Quota.Amount;
import org.omnihall.hall.access.network.Reading;
import org.omnihall.hall.access.quota.Extras;
import org.omnihall.hall.access.quota.Period;
import org.omnihall.hall.access.session.ClosedSession;
import org.omnihall.hall.access.session.OpenSession;
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
    private final AccessControllers controllers;
    private final CurrentTerms terms;
    private final Changes changes;
    private final Extras extras;
    private final Desk desk;

    QuotaScreen(
            SessionLists sessions,
            AccessControllers controllers,
            CurrentTerms terms,
            Changes changes,
            Extras extras,
            Desk desk) {
        this.sessions = sessions;
        this.controllers = controllers;
        this.terms = terms;
        this.changes = changes;
        this.extras = extras;
        this.desk = desk;
    }

    /** For the day or the month that runs; a session that goes on slowly is told at once. */
    @PostMapping("/sessions/{id}/quota")
    @Demands({Right.SESSION_SEE, Right.ACCOUNT_CHANGE})
    String give(
            Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        Optional<OpenSession> open = sessions.findOpen(id);
        OpenSession session = open.or(() -> sessions.findClosed(id).map(ClosedSession::session))
                .filter(found -> caller.covers(found.place().areaPath()))
                .orElseThrow(Desk::missing);
        Reading in = new Reading(desk.draft(caller, fields));
        Period.Kind kind = in.choice("period", Period.Kind.class, Period.Kind.MONTH);
        Amount more = read(in);
        Optional<Owner> owner = session.owner().filter(whose -> hasQuota(session));
        if (in.broken()) {
            Desk.tell(Change.refused(in.problems()), "access.quota.given", next);
        } else if (owner.isEmpty()) {
            Flash.bad(next, "access.quota.none");
        } else {
            extras.give(owner.get(), kind, more, "session:" + id, caller.login());
            open.ifPresent(running -> changes.change(running, caller.login()));
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

    private boolean hasQuota(OpenSession session) {
        return controllers
                .byId(session.controllerId())
                .flatMap(ac -> terms.quotaOf(session, ac))
                .isPresent();
    }
}
