package org.omnihall.hall.access.screens;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.dynamic.ChangeRequests;
import org.omnihall.hall.access.dynamic.ChangeRequests.ChangeRequest;
import org.omnihall.hall.access.dynamic.Disconnects;
import org.omnihall.hall.access.dynamic.EndRequests;
import org.omnihall.hall.access.dynamic.EndRequests.EndRequest;
import org.omnihall.hall.access.network.Profiles;
import org.omnihall.hall.access.session.ClosedSession;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.SessionFilter;
import org.omnihall.hall.access.session.SessionLists;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is online, who was, and the end of a session with what became of it. */
@Controller
class SessionScreen {

    /** More than this is not exported at once: narrow the time. */
    static final int LONGEST_EXPORT = 500_000;

    private static final Duration WAIT = Duration.ofMinutes(2);
    private static final int ENOUGH = 20;

    private final SessionLists sessions;
    private final Disconnects disconnects;
    private final EndRequests requests;
    private final ChangeRequests changes;
    private final OwnQuotas quotas;
    private final Profiles profiles;
    private final Asking asking;
    private final PlaceNames names;
    private final AuditTrail audit;
    private final Pages pages;
    private final Clock clock;

    SessionScreen(
            SessionLists sessions,
            Disconnects disconnects,
            EndRequests requests,
            ChangeRequests changes,
            OwnQuotas quotas,
            Profiles profiles,
            Asking asking,
            PlaceNames names,
            AuditTrail audit,
            Pages pages,
            Clock clock) {
        this.sessions = sessions;
        this.disconnects = disconnects;
        this.requests = requests;
        this.changes = changes;
        this.quotas = quotas;
        this.profiles = profiles;
        this.asking = asking;
        this.names = names;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    @ModelAttribute
    Asking.Typed typed(@RequestParam Map<String, String> fields) {
        return Asking.Typed.of(fields);
    }

    @GetMapping("/online")
    @Demands(Right.SESSION_SEE)
    View online(Caller caller, @ModelAttribute(binding = false) Asking.Typed typed, Paging paging) {
        Slice<OpenSession> slice = sessions.online(asking.filter(caller.areaPath(), typed), paging);
        Map<String, Object> model = new HashMap<>(around(caller, slice.rows()));
        model.put("slice", slice);
        model.put("profiles", profiles.all());
        model.put("now", clock.instant());
        return pages.html("access/online", model);
    }

    @GetMapping("/sessions")
    @Demands(Right.SESSION_SEE)
    View history(Caller caller, @ModelAttribute(binding = false) Asking.Typed typed, Paging paging) {
        Slice<ClosedSession> slice = sessions.closed(asking.filter(caller.areaPath(), typed), paging);
        Map<String, Object> model = new HashMap<>(
                around(caller, slice.rows().stream().map(ClosedSession::session).toList()));
        model.put("slice", slice);
        return pages.html("access/history", model);
    }

    @GetMapping("/sessions/{id}")
    @Demands(Right.SESSION_SEE)
    View one(Caller caller, @PathVariable UUID id) {
        SessionDetail detail = detail(caller, id);
        List<EndRequest> ends = requests.of(id, ENOUGH);
        List<ChangeRequest> changed = changes.of(id, ENOUGH);
        Instant recently = clock.instant().minus(WAIT);
        boolean waiting = detail.open()
                && (ends.stream().anyMatch(end -> end.askedAt().isAfter(recently))
                        || changed.stream().anyMatch(change -> change.askedAt().isAfter(recently)));
        return pages.html(
                "access/session",
                Map.of(
                        "detail",
                        detail,
                        "networks",
                        sessions.networks(id, ENOUGH),
                        "ends",
                        ends,
                        "changes",
                        changed,
                        "quota",
                        quotas.of(detail.session(), caller),
                        "waiting",
                        waiting));
    }

    @PostMapping("/sessions/{id}/end")
    @Demands({Right.SESSION_SEE, Right.SESSION_END})
    String end(Caller caller, @PathVariable UUID id, RedirectAttributes next) {
        SessionDetail detail = detail(caller, id);
        if (detail.open()) {
            var _ = disconnects.end(detail.session(), caller.login());
            Flash.good(next, "access.end.began");
        } else {
            Flash.bad(next, "access.end.over");
        }
        return "redirect:/sessions/" + id;
    }

    @GetMapping("/sessions.csv")
    @Demands({Right.SESSION_SEE, Right.EXPORT})
    void export(Caller caller, @ModelAttribute(binding = false) Asking.Typed typed, HttpServletResponse response)
            throws IOException {
        SessionFilter filter = asking.filter(caller.areaPath(), typed);
        boolean whole = caller.may(Right.NUMBER_SEE);
        audit.record(caller.login(), "session.export", "sessions", (whole ? "with numbers " : "masked ") + filter);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"sessions.csv\"");
        PrintWriter out = response.getWriter();
        SessionCsv csv = new SessionCsv(names.controllers(), whole);
        out.print(SessionCsv.HEAD);
        sessions.eachClosed(filter, LONGEST_EXPORT, session -> out.print(csv.line(session)));
    }

    private SessionDetail detail(Caller caller, UUID id) {
        SessionDetail detail = sessions.findOpen(id)
                .map(open -> new SessionDetail(open, Optional.empty(), "", venue(open), controller(open)))
                .or(() -> sessions.findClosed(id)
                        .map(over -> new SessionDetail(
                                over.session(),
                                Optional.of(over.closedAt()),
                                over.cause(),
                                venue(over.session()),
                                controller(over.session()))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!caller.covers(detail.session().place().areaPath())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return detail;
    }

    private String venue(OpenSession session) {
        return session.place().venueId().stream()
                .mapToObj(id -> names.venues(List.of(id)).getOrDefault(id, "–"))
                .findFirst()
                .orElse("–");
    }

    private String controller(OpenSession session) {
        return names.controllers().getOrDefault(session.controllerId(), "–");
    }

    private Map<String, Object> around(Caller caller, Collection<OpenSession> rows) {
        List<Long> venues = rows.stream()
                .flatMapToLong(row -> row.place().venueId().stream())
                .distinct()
                .boxed()
                .toList();
        return Map.of(
                "controllers", names.controllers(),
                "venues", names.venues(venues),
                "someControllers", names.someControllers(caller.areaPath()),
                "someVenues", names.someVenues(caller.areaPath()));
    }
}
