package org.omnihall.hall.interaction.screens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.interaction.Notice;
import org.omnihall.hall.interaction.NoticeChange;
import org.omnihall.hall.interaction.Notices;
import org.omnihall.hall.party.Area;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.shell.Amounts;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.ShellSettings;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Anomalies that every touchpoint shows: raised and withdrawn by whoever answers for the Area (requirement B29). */
@Controller
class NoticeScreen {

    private static final String AGAIN = "redirect:/notices";
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);
    private static final Duration USUAL = Duration.ofHours(4);

    private final Notices notices;
    private final Areas areas;
    private final Pages pages;
    private final ShellSettings settings;
    private final Clock clock;

    NoticeScreen(Notices notices, Areas areas, Pages pages, ShellSettings settings, Clock clock) {
        this.notices = notices;
        this.areas = areas;
        this.pages = pages;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/notices")
    @Demands(Right.CUSTOMER_SEE)
    View list(Caller caller, @RequestParam Optional<Notice.Kind> kind, Paging paging) {
        List<Area> his =
                areas.all().stream().filter(area -> caller.covers(area.path())).toList();
        Instant now = clock.instant();
        return pages.html(
                "interaction/notices",
                Map.of(
                        "slice", notices.list(caller.areaPath(), kind, paging),
                        "areas", his,
                        "now", now,
                        "from", field(now),
                        "until", field(now.plus(USUAL))));
    }

    @PostMapping("/notices")
    @Demands({Right.CUSTOMER_SEE, Right.CUSTOMER_CHANGE})
    String raise(
            Caller caller,
            @RequestParam Notice.Kind kind,
            @RequestParam String area,
            @RequestParam(defaultValue = "") String zh,
            @RequestParam(defaultValue = "") String en,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            RedirectAttributes next) {
        if (!caller.covers(area)) {
            throw new AccessDeniedException("outside of his Area");
        }
        ZoneId zone = settings.zone();
        Optional<Instant> begins = Amounts.moment(from, zone);
        Optional<Instant> ends = Amounts.moment(until, zone);
        if (begins.isEmpty() || ends.isEmpty()) {
            Flash.bad(next, "interaction.notices.noTime");
            return AGAIN;
        }
        Notices.Draft draft = new Notices.Draft(kind, area, zh, en, begins.get(), ends.get());
        return say(notices.raise(draft, caller.login()), "interaction.notices.raised", next);
    }

    @PostMapping("/notices/{id}/withdraw")
    @Demands({Right.CUSTOMER_SEE, Right.CUSTOMER_CHANGE})
    String withdraw(Caller caller, @PathVariable long id, RedirectAttributes next) {
        Notice his = notices.find(id)
                .filter(notice -> caller.covers(notice.areaPath()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return say(notices.withdraw(his.id(), caller.login()), "interaction.notices.taken", next);
    }

    private String field(Instant at) {
        return FIELD.format(at.atZone(settings.zone()));
    }

    private static String say(NoticeChange change, String done, RedirectAttributes next) {
        switch (change) {
            case NoticeChange.Done it -> Flash.good(next, done);
            case NoticeChange.Refused no ->
                Flash.bad(next, "interaction.notices.refused." + no.reason().name());
        }
        return AGAIN;
    }
}
