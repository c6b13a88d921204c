package org.omnihall.hall.decision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.catalogue.Offerings;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What slots may show, what they showed, and what it brought against the hold-out. */
@Controller
class SlotScreen {

    private static final String AGAIN = "redirect:/slots";
    private static final int LONGEST_REPORT = 366;

    private final SlotChoices choices;
    private final SlotReport report;
    private final ChoiceLog log;
    private final Offerings offerings;
    private final Channels channels;
    private final Clock clock;
    private final Pages pages;

    SlotScreen(SlotChoices choices, Looking looking, Offerings offerings, Channels channels, Clock clock, Pages pages) {
        this.choices = choices;
        this.report = looking.report();
        this.log = looking.log();
        this.offerings = offerings;
        this.channels = channels;
        this.clock = clock;
        this.pages = pages;
    }

    /** Where choices are looked at. */
    @Component
    record Looking(SlotReport report, ChoiceLog log) {}

    @Bean
    static NavigationEntry slotsLine() {
        return new NavigationEntry(
                "/slots", "decision.slots.title", "chart-bar", Right.DECISION_SEE, NavigationEntry.Group.CHANNELS, 50);
    }

    @GetMapping("/slots")
    @Demands(Right.DECISION_SEE)
    View list(Caller caller, @RequestParam(defaultValue = "30") int days) {
        Instant now = clock.instant();
        int shown = Math.clamp(days, 1, LONGEST_REPORT);
        Duration back = Duration.ofDays(shown);
        return pages.html(
                "decision/slots",
                Map.of(
                        "items",
                        choices.items(),
                        "permille",
                        choices.permille(),
                        "days",
                        shown,
                        "lines",
                        report.of(caller.areaPath(), now.minus(back), now.plusSeconds(1)),
                        "channels",
                        channels.all()));
    }

    @GetMapping("/slots/choices")
    @Demands(Right.DECISION_SEE)
    View choices(
            Caller caller,
            @RequestParam Optional<SlotPlace> place,
            @RequestParam(defaultValue = "") String item,
            Paging paging) {
        Optional<String> code = Optional.of(item.strip()).filter(text -> !text.isEmpty());
        return pages.html("decision/choices", Map.of("slice", log.list(caller.areaPath(), place, code, paging)));
    }

    @PostMapping("/slots/put")
    @Demands(Right.DECISION_CHANGE)
    String put(
            Caller caller,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") List<String> place,
            @RequestParam(defaultValue = "") List<String> band,
            RedirectAttributes next) {
        SlotForm form = new SlotForm(fields, place, band);
        Optional<String> problem = form.problem(offerings);
        if (problem.isPresent()) {
            Flash.bad(next, "decision.slots.refused." + problem.get());
            return AGAIN;
        }
        Optional<SlotItem> before = choices.item(form.text("code"));
        SlotItem item = form.item(before);
        his(caller, item);
        before.ifPresent(one -> his(caller, one));
        choices.put(item, caller.login());
        Flash.good(next, "decision.slots.saved", item.code());
        return AGAIN;
    }

    @PostMapping("/slots/{code}/state")
    @Demands(Right.DECISION_CHANGE)
    String state(
            Caller caller, @PathVariable String code, @RequestParam SlotItem.State state, RedirectAttributes next) {
        SlotItem item = choices.item(code).orElseThrow(() -> new AccessDeniedException("no such item"));
        his(caller, item);
        choices.put(item.in(state), caller.login());
        Flash.good(next, "decision.slots.saved", code);
        return AGAIN;
    }

    @PostMapping("/slots/hold-out")
    @Demands(Right.DECISION_CHANGE)
    String holdOut(Caller caller, @RequestParam String percent, RedirectAttributes next) {
        String actor = caller.whole();
        if (percent.matches("\\d{1,2}(\\.\\d)?") && Double.parseDouble(percent) <= 50) {
            choices.holdOut((int) Math.round(Double.parseDouble(percent) * 10), actor);
            Flash.good(next, "decision.slots.heldOut", percent);
        } else {
            Flash.bad(next, "decision.slots.refused.HOLD_OUT");
        }
        return AGAIN;
    }

    private static void his(Caller caller, SlotItem item) {
        if (!caller.covers(item.areaPath())) {
            throw new AccessDeniedException("outside of his Area");
        }
    }
}
