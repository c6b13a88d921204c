package org.omnihall.hall.access.screens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.funnel.FunnelReport;
import org.omnihall.hall.shell.Amounts;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Languages;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.ShellSettings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/** The login funnel: how far attempts came and why they stopped (requirement A10). The chart asks for its data apart. */
@Controller
class FunnelScreen {

    private static final Duration LONGEST = Duration.ofDays(400);

    private final FunnelReport report;
    private final PlaceNames names;
    private final Languages languages;
    private final ShellSettings settings;
    private final Pages pages;
    private final Clock clock;

    FunnelScreen(
            FunnelReport report,
            PlaceNames names,
            Languages languages,
            ShellSettings settings,
            Pages pages,
            Clock clock) {
        this.report = report;
        this.names = names;
        this.languages = languages;
        this.settings = settings;
        this.pages = pages;
        this.clock = clock;
    }

    /** Without times it is the last 24 hours. */
    @ModelAttribute
    FunnelReport.Asked asked(
            Caller caller,
            @RequestParam(defaultValue = "") String controller,
            @RequestParam(defaultValue = "") String venue,
            @RequestParam(defaultValue = "") String ssid,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        Instant to =
                Amounts.moment(until, settings.zone()).orElse(clock.instant().plusSeconds(1));
        Instant since = Amounts.moment(from, settings.zone())
                .filter(asked -> asked.isAfter(to.minus(LONGEST)))
                .orElse(to.minus(Duration.ofDays(1)));
        return new FunnelReport.Asked(
                caller.areaPath(),
                names.controllersNamed(controller),
                names.venuesNamed(venue),
                Optional.of(ssid.strip()).filter(text -> !text.isEmpty()),
                since,
                to);
    }

    @GetMapping("/funnel")
    @Demands(Right.SESSION_SEE)
    View funnel(Caller caller, @ModelAttribute(binding = false) FunnelReport.Asked asked) {
        return pages.html(
                "access/funnel",
                Map.of(
                        "funnel", FunnelPicture.of(report.lines(asked)),
                        "asked", asked,
                        "someControllers", names.someControllers(caller.areaPath()),
                        "someVenues", names.someVenues(caller.areaPath())));
    }

    @GetMapping("/funnel.json")
    @Demands(Right.SESSION_SEE)
    @ResponseBody
    List<FunnelPicture.Bar> bars(@ModelAttribute(binding = false) FunnelReport.Asked asked, Locale locale) {
        return FunnelPicture.of(report.lines(asked)).bars(languages.in(locale));
    }
}
