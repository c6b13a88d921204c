package org.omnihall.hall.access.screens;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.attempt.NumberKeys;
import org.omnihall.hall.access.funnel.Trace;
import org.omnihall.hall.access.funnel.TraceLine;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Why a number cannot get online: its story across page, SMS, Portal and RADIUS (access rule 22). Each search is audited. */
@Controller
class TraceScreen {

    private static final int MOST = 200;

    private final Trace trace;
    private final NumberKeys keys;
    private final Subscribers subscribers;
    private final PlaceNames names;
    private final AuditTrail audit;
    private final Pages pages;

    TraceScreen(
            Trace trace, NumberKeys keys, Subscribers subscribers, PlaceNames names, AuditTrail audit, Pages pages) {
        this.trace = trace;
        this.keys = keys;
        this.subscribers = subscribers;
        this.names = names;
        this.audit = audit;
        this.pages = pages;
    }

    @GetMapping("/trace")
    @Demands(Right.SESSION_SEE)
    View begin() {
        return page(List.of(), "", 0L, false);
    }

    /** A number travels in a form, never in an address, which browsers and proxies remember. */
    @PostMapping("/trace")
    @Demands(Right.SESSION_SEE)
    View search(Caller caller, @RequestParam(defaultValue = "") String number) {
        Optional<Msisdn> asked = Msisdn.parse(number);
        List<TraceLine> lines = asked.map(known -> trace.of(keys.of(known), Optional.empty(), MOST).stream()
                        .filter(line -> caller.covers(line.areaPath()))
                        .toList())
                .orElse(List.of());
        asked.ifPresent(known -> audit.record(caller.login(), "trace.search", "number:" + known.masked(), ""));
        return page(
                lines,
                asked.map(Msisdn::masked).orElse(""),
                asked.flatMap(subscribers::find).orElse(0L),
                asked.isEmpty() && !number.isBlank());
    }

    @GetMapping("/trace/{attempt}")
    @Demands(Right.SESSION_SEE)
    View attempt(Caller caller, @PathVariable UUID attempt) {
        List<TraceLine> lines = trace.of(attempt).stream()
                .filter(line -> caller.covers(line.areaPath()))
                .toList();
        if (lines.isEmpty()) {
            throw Desk.missing();
        }
        return page(lines.reversed(), "", 0, false);
    }

    private View page(List<TraceLine> lines, String masked, long subscriber, boolean unreadable) {
        return pages.html(
                "access/trace",
                Map.of(
                        "lines", lines,
                        "masked", masked,
                        "subscriber", subscriber,
                        "unreadable", unreadable,
                        "controllers", names.controllers()));
    }
}
