package org.omnihall.hall.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Imports and exports of every kind that the caller may touch. A file with faults is answered with its faults. */
@Controller
class IntakeScreen {

    private final Imports imports;
    private final Exports exports;
    private final Pages pages;

    IntakeScreen(Imports imports, Exports exports, Pages pages) {
        this.imports = imports;
        this.exports = exports;
        this.pages = pages;
    }

    @Bean
    static NavigationEntry intakeLine() {
        return new NavigationEntry(
                "/intake", "intake.title", "database-import", Right.IMPORT, NavigationEntry.Group.ADMINISTRATION, 30);
    }

    @GetMapping("/intake")
    @Demands(Right.IMPORT)
    View list(Caller caller) {
        List<ImportKind> his = imports.kinds().stream()
                .filter(kind -> caller.may(kind.right()))
                .toList();
        List<ExportKind> out = exports.kinds().stream()
                .filter(kind -> caller.may(Right.EXPORT) && caller.may(kind.right()))
                .toList();
        return pages.html("intake/kinds", Map.of("imports", his, "exports", out));
    }

    @PostMapping(path = "/intake/{name}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Demands(Right.IMPORT)
    ModelAndView run(
            Caller caller,
            Words words,
            @PathVariable String name,
            @RequestParam MultipartFile file,
            @RequestParam Optional<String> apply,
            RedirectAttributes next)
            throws IOException {
        ImportKind kind = imports.kind(name)
                .filter(asked -> caller.may(asked.right()) && caller.areaPath().equals("/"))
                .orElseThrow(() -> new AccessDeniedException("no such kind for him"));
        StringWriter errors = new StringWriter();
        Imports.Order order = new Imports.Order(kind, apply.isEmpty(), caller.login(), words);
        try (Reader in = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            ImportReport report = imports.run(order, in, errors, lines -> {});
            if (!report.clean()) {
                Map<String, Object> model = Map.of("kind", kind.name(), "report", report, "errors", errors.toString());
                return new ModelAndView(pages.html("intake/faults", model));
            }
            Flash.good(next, report.applied() ? "intake.applied" : "intake.good", report.lines());
            return new ModelAndView("redirect:/intake");
        }
    }

    @GetMapping("/intake/{name}.csv")
    @Demands(Right.EXPORT)
    void export(Caller caller, @PathVariable String name, HttpServletResponse response) throws IOException {
        ExportKind kind = exports.kind(name)
                .filter(asked -> caller.may(asked.right()))
                .orElseThrow(() -> new AccessDeniedException("no such kind for him"));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + kind.name() + ".csv\"");
        exports.run(kind, caller.areaPath(), caller.login(), response.getWriter());
    }
}
