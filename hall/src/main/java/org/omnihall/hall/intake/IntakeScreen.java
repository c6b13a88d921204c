package org.omnihall.hall.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Imports and exports of every kind that the caller may touch: a file is uploaded, checked, looked at and then imported. */
@Controller
class IntakeScreen {

    private static final String AT = "redirect:/intake/runs/";

    private final Imports imports;
    private final Exports exports;
    private final ImportRuns runs;
    private final UploadLimit limit;
    private final Pages pages;

    IntakeScreen(Imports imports, Exports exports, ImportRuns runs, UploadLimit limit, Pages pages) {
        this.imports = imports;
        this.exports = exports;
        this.runs = runs;
        this.limit = limit;
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
        return kinds(caller, his, out);
    }

    @GetMapping("/intake/{name}")
    @Demands(Right.IMPORT)
    View one(Caller caller, @PathVariable String name) {
        return kinds(caller, List.of(his(caller, name)), List.of());
    }

    @PostMapping(path = "/intake/{name}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Demands(Right.IMPORT)
    String upload(Caller caller, Words words, @PathVariable String name, @RequestParam MultipartFile file)
            throws IOException {
        ImportKind kind = his(caller, name);
        String called = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (InputStream in = file.getInputStream()) {
            return AT + runs.begin(kind, called, in, caller.login(), words).id();
        }
    }

    @GetMapping("/intake/runs/{id}")
    @Demands(Right.IMPORT)
    View run(Caller caller, @PathVariable UUID id) {
        ImportRun run = runs.find(id, caller.login()).orElseThrow(IntakeScreen::missing);
        return pages.html("intake/run", Map.of("run", run));
    }

    @PostMapping("/intake/runs/{id}/apply")
    @Demands(Right.IMPORT)
    String apply(Caller caller, Words words, @PathVariable UUID id) {
        ImportRun run = runs.find(id, caller.login()).orElseThrow(IntakeScreen::missing);
        his(caller, run.kind().name());
        runs.apply(run.id(), caller.login(), words);
        return AT + id;
    }

    @PostMapping("/intake/runs/{id}/discard")
    @Demands(Right.IMPORT)
    String discard(Caller caller, @PathVariable UUID id, RedirectAttributes next) {
        runs.discard(id, caller.login());
        Flash.good(next, "intake.discarded");
        return "redirect:/intake";
    }

    @GetMapping("/intake/runs/{id}/errors.csv")
    @Demands(Right.IMPORT)
    void errors(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        ImportRun run = runs.find(id, caller.login())
                .filter(found -> !found.isRunning())
                .orElseThrow(IntakeScreen::missing);
        asCsv(response, run.kind().name() + "-errors");
        response.getWriter().write('\ufeff');
        response.getWriter().flush();
        try (Reader errors = Files.newBufferedReader(runs.errors(id))) {
            errors.transferTo(response.getWriter());
        }
    }

    @GetMapping("/intake/{name}.csv")
    @Demands(Right.EXPORT)
    void export(Caller caller, @PathVariable String name, HttpServletResponse response) throws IOException {
        ExportKind kind = exports.kind(name)
                .filter(asked -> caller.may(asked.right()))
                .orElseThrow(() -> new AccessDeniedException("no such kind for him"));
        asCsv(response, kind.name());
        exports.run(kind, caller.areaPath(), caller.login(), response.getWriter());
    }

    private View kinds(Caller caller, List<ImportKind> in, List<ExportKind> out) {
        return pages.html(
                "intake/kinds",
                Map.of("imports", in, "exports", out, "runs", runs.of(caller.login()), "most", limit.octets()));
    }

    /** Tables belong to the whole operator, whatever their lines say. */
    private ImportKind his(Caller caller, String name) {
        caller.whole();
        return imports.kind(name)
                .filter(asked -> caller.may(asked.right()))
                .orElseThrow(() -> new AccessDeniedException("no such kind for him"));
    }

    private static void asCsv(HttpServletResponse response, String name) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
