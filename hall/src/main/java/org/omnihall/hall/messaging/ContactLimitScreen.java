package org.omnihall.hall.messaging;

import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How often and when customers may be sent messages. */
@Controller
class ContactLimitScreen {

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    private final ContactLimits limits;
    private final Pages pages;

    ContactLimitScreen(ContactLimits limits, Pages pages) {
        this.limits = limits;
        this.pages = pages;
    }

    @Bean
    static NavigationEntry contactLimitsLine() {
        return new NavigationEntry(
                "/contact-limits",
                "messaging.limit.title",
                "clock",
                Right.MESSAGE_SEE,
                NavigationEntry.Group.MESSAGES,
                30);
    }

    @GetMapping("/contact-limits")
    @Demands(Right.MESSAGE_SEE)
    View list() {
        return pages.html("messaging/contact-limits", Map.of("limits", limits.all()));
    }

    @PostMapping("/contact-limits/{purpose}")
    @Demands(Right.SETTING_CHANGE)
    String change(
            Caller caller,
            @PathVariable Purpose purpose,
            @RequestParam String perDay,
            @RequestParam String perMonth,
            @RequestParam String from,
            @RequestParam String until,
            RedirectAttributes next) {
        String actor = caller.whole();
        Optional<ContactLimit> wanted =
                limits.of(purpose).flatMap(known -> read(purpose, perDay, perMonth, from, until));
        wanted.ifPresent(limit -> limits.change(limit, actor));
        if (wanted.isPresent()) {
            Flash.good(next, "messaging.limit.saved");
        } else {
            Flash.bad(next, "messaging.limit.refused");
        }
        return "redirect:/contact-limits";
    }

    private static Optional<ContactLimit> read(
            Purpose purpose, String perDay, String perMonth, String from, String until) {
        boolean good =
                perDay.matches("\\d{1,3}") && perMonth.matches("\\d{1,4}") && from.matches(TIME) && until.matches(TIME);
        return good
                ? Optional.of(new ContactLimit(
                        purpose,
                        Integer.parseInt(perDay),
                        Integer.parseInt(perMonth),
                        new QuietHours(LocalTime.parse(from), LocalTime.parse(until))))
                : Optional.empty();
    }
}
