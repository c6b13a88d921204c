package org.omnihall.hall.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.ShellSettings;
import org.omnihall.hall.shell.Slice;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The audit trail to look at and to take away as CSV; taking it away is an act of its own. */
@Controller
class AuditScreen {

    /** More than this is not exported at once: narrow the time. */
    static final int LONGEST_EXPORT = 200_000;

    private final AuditReader reader;
    private final AuditTrail trail;
    private final Pages pages;
    private final ShellSettings settings;

    AuditScreen(AuditReader reader, AuditTrail trail, Pages pages, ShellSettings settings) {
        this.reader = reader;
        this.trail = trail;
        this.pages = pages;
        this.settings = settings;
    }

    @Bean
    static NavigationEntry auditLine() {
        return new NavigationEntry(
                "/audit", "audit.title", "clipboard-list", Right.AUDIT_SEE, NavigationEntry.Group.ADMINISTRATION, 60);
    }

    @ModelAttribute
    AuditFilter filter(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        return new AuditFilter(
                actor,
                act,
                subject,
                AuditFilter.moment(from, settings.zone()),
                AuditFilter.moment(until, settings.zone()));
    }

    @GetMapping("/audit")
    @Demands(Right.AUDIT_SEE)
    View list(Caller caller, @ModelAttribute(binding = false) AuditFilter filter, Paging paging) {
        return pages.html("audit/trail", Map.of("slice", reader.find(filter, caller.areaPath(), paging)));
    }

    @GetMapping("/audit.csv")
    @Demands({Right.AUDIT_SEE, Right.EXPORT})
    void export(Caller caller, @ModelAttribute(binding = false) AuditFilter filter, HttpServletResponse response)
            throws IOException {
        trail.record(caller.login(), "audit.export", "audit", filter.toString());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        PrintWriter out = response.getWriter();
        out.print("\ufefftime,actor,act,subject,detail\r\n");
        int written = 0;
        Optional<String> next = Optional.of("");
        while (next.isPresent() && written < LONGEST_EXPORT) {
            Slice<AuditEntry> slice = reader.find(filter, caller.areaPath(), Paging.parse(next.get()));
            slice.rows().forEach(entry -> out.print(line(entry)));
            written += slice.rows().size();
            next = slice.next();
        }
    }

    static String line(AuditEntry entry) {
        return Stream.of(entry.at().toString(), entry.actor(), entry.act(), entry.subject(), entry.detail())
                .map(AuditScreen::field)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A field in quotes; one that a spreadsheet would take for a formula begins with an apostrophe. */
    private static String field(String text) {
        boolean formula = !text.isEmpty() && List.of('=', '+', '-', '@').contains(text.charAt(0));
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
