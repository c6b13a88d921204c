package org.omnihall.hall.access.screens;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.proof.Proofs;
import org.omnihall.hall.access.proof.Protection;
import org.omnihall.hall.access.proof.Protection.Verdict;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The report of controllers that do not prove their requests yet, worst first (requirement A12). */
@Controller
class ProtectionScreen {

    private static final String HERE = "redirect:/protection";

    private final Proofs proofs;
    private final ControllerRegistry registry;
    private final Pages pages;
    private final Clock clock;

    ProtectionScreen(Proofs proofs, ControllerRegistry registry, Pages pages, Clock clock) {
        this.proofs = proofs;
        this.registry = registry;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/protection")
    @Demands(Right.NETWORK_SEE)
    View report(Caller caller, @RequestParam(required = false) Optional<Verdict> verdict, Paging paging) {
        Instant now = clock.instant();
        List<Protection> all = proofs.report(caller.areaPath());
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        all.forEach(row -> counts.merge(row.verdict(now), 1, Integer::sum));
        String after = paging.after().map(List::getFirst).orElse("");
        List<Protection> rows = all.stream()
                .filter(row -> verdict.map(wanted -> wanted == row.verdict(now)).orElse(true))
                .filter(row -> key(row, now).compareTo(after) > 0)
                .limit(paging.limit())
                .toList();
        return pages.html(
                "access/protection",
                Map.of("slice", paging.slice(rows, row -> List.of(key(row, now))), "counts", counts, "now", now));
    }

    /** Where a row stands in the report. */
    private static String key(Protection row, Instant now) {
        return List.of(Verdict.values()).indexOf(row.verdict(now))
                + row.controller().name();
    }

    /** All that prove everything already are required to from now on. */
    @PostMapping("/protection/require")
    @Demands({Right.NETWORK_SEE, Right.NETWORK_CHANGE})
    String require(Caller caller, RedirectAttributes next) {
        Instant now = clock.instant();
        List<Long> ready = proofs.report(caller.areaPath()).stream()
                .filter(row -> row.verdict(now) == Verdict.READY)
                .map(row -> row.controller().id())
                .toList();
        Flash.good(next, "access.protection.required", registry.require(ready, caller.login()));
        return HERE;
    }

    @GetMapping("/protection.csv")
    @Demands({Right.NETWORK_SEE, Right.EXPORT})
    ResponseEntity<String> export(Caller caller) {
        Instant now = clock.instant();
        StringBuilder out =
                new StringBuilder("\ufeffcontroller,address,area,required,verdict,proved_at,unproved_at,unproved\r\n");
        proofs.report(caller.areaPath()).forEach(row -> out.append(line(row, now)));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"protection.csv\"")
                .body(out.toString());
    }

    private static String line(Protection row, Instant now) {
        return CsvLine.of(List.of(
                row.controller().name(),
                row.controller().address().getHostAddress(),
                row.controller().areaPath(),
                row.controller().messageAuthenticator().name(),
                row.verdict(now).name(),
                row.provedAt().map(Instant::toString).orElse(""),
                row.unprovedAt().map(Instant::toString).orElse(""),
                Long.toString(row.unproved())));
    }
}
