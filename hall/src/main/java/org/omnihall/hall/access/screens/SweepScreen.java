package org.omnihall.hall.access.screens;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.dynamic.Asked;
import org.omnihall.hall.access.dynamic.Changes;
import org.omnihall.hall.access.dynamic.Sweep;
import org.omnihall.hall.access.dynamic.Sweeps;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.SessionFilter;
import org.omnihall.hall.access.session.SessionLists;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Carries the terms of now to running sessions, or ends them, one by one or as many as a filter finds; and what became of it. */
@Controller
class SweepScreen {

    /** A page looks again by itself for so long; what comes later is seen by whoever looks later. */
    private static final Duration WATCHED = Duration.ofMinutes(45);

    private final Sweeps sweeps;
    private final Changes changes;
    private final SessionLists sessions;
    private final Asking asking;
    private final PlaceNames names;
    private final Pages pages;
    private final Clock clock;

    SweepScreen(
            Sweeps sweeps,
            Changes changes,
            SessionLists sessions,
            Asking asking,
            PlaceNames names,
            Pages pages,
            Clock clock) {
        this.sweeps = sweeps;
        this.changes = changes;
        this.sessions = sessions;
        this.asking = asking;
        this.names = names;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/sessions/{id}/change")
    @Demands({Right.SESSION_SEE, Right.SESSION_END})
    String change(Caller caller, @PathVariable UUID id, RedirectAttributes next) {
        Optional<OpenSession> open = sessions.findOpen(id);
        open.ifPresent(session -> his(caller, session.place().areaPath()));
        open.flatMap(session -> changes.change(session, caller.login()))
                .ifPresentOrElse(
                        asked -> Flash.good(
                                next,
                                switch (asked.kind()) {
                                    case CHANGE -> "access.change.began";
                                    case END -> "access.change.endInstead";
                                }),
                        () -> Flash.bad(next, "access.end.over"));
        return "redirect:/sessions/" + id;
    }

    @GetMapping("/sweeps")
    @Demands(Right.SESSION_SEE)
    View list(Caller caller, Paging paging) {
        return pages.html("access/sweeps", Map.of("slice", sweeps.list(caller.areaPath(), paging)));
    }

    /** What it would mean, before it is begun. */
    @GetMapping("/sweeps/new")
    @Demands({Right.SESSION_SEE, Right.SESSION_END})
    View ask(Caller caller, @RequestParam Map<String, String> fields) {
        Asking.Typed typed = Asking.Typed.of(fields);
        SessionFilter filter = asking.filter(caller.areaPath(), typed);
        return pages.html(
                "access/sweep-new",
                Map.of(
                        "kind", kind(fields),
                        "fields", typed.fields(),
                        "told", asking.told(typed),
                        "narrows", filter.narrows(),
                        "outlook", sweeps.outlook(filter)));
    }

    @PostMapping("/sweeps")
    @Demands({Right.SESSION_SEE, Right.SESSION_END})
    String begin(Caller caller, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        Asking.Typed typed = Asking.Typed.of(fields);
        Asked.Kind kind = kind(fields);
        Sweeps.Wish wish = new Sweeps.Wish(kind, asking.filter(caller.areaPath(), typed), asking.told(typed));
        Optional<UUID> begun = sweeps.begin(wish, caller.login());
        if (begun.isEmpty()) {
            next.addAllAttributes(typed.fields());
            next.addAttribute("kind", kind.name());
            Flash.bad(next, "access.sweep.notBegun");
            return "redirect:/sweeps/new";
        }
        Flash.good(next, "access.sweep.began");
        return "redirect:/sweeps/" + begun.get();
    }

    @GetMapping("/sweeps/{id}")
    @Demands(Right.SESSION_SEE)
    View one(Caller caller, @PathVariable UUID id, Paging paging) {
        Sweep sweep = his(caller, id);
        Sweep.Progress progress = sweeps.progress(id);
        boolean watched = sweep.begunAt().plus(WATCHED).isAfter(clock.instant());
        return pages.html(
                "access/sweep",
                Map.of(
                        "sweep",
                        sweep,
                        "progress",
                        progress,
                        "causes",
                        sweeps.causes(id),
                        "slice",
                        sweeps.failures(id, paging),
                        "controllers",
                        names.controllers(),
                        "moving",
                        sweep.state() == Sweep.State.RUNNING || (watched && progress.moves())));
    }

    @PostMapping("/sweeps/{id}/stop")
    @Demands({Right.SESSION_SEE, Right.SESSION_END})
    String stop(Caller caller, @PathVariable UUID id, RedirectAttributes next) {
        his(caller, id);
        sweeps.stop(id, caller.login());
        Flash.good(next, "access.sweep.stopped");
        return "redirect:/sweeps/" + id;
    }

    private Sweep his(Caller caller, UUID id) {
        Sweep sweep = sweeps.find(id).orElseThrow(Desk::missing);
        his(caller, sweep.areaPath());
        return sweep;
    }

    private static void his(Caller caller, String areaPath) {
        if (!caller.covers(areaPath)) {
            throw Desk.missing();
        }
    }

    private static Asked.Kind kind(Map<String, String> fields) {
        return fields.getOrDefault("kind", "").equals("END") ? Asked.Kind.END : Asked.Kind.CHANGE;
    }
}
