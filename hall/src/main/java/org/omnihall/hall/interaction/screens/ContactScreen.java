package org.omnihall.hall.interaction.screens;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.interaction.ContactFilter;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Contacts;
import org.omnihall.hall.interaction.Journeys;
import org.omnihall.hall.interaction.LoggedContact;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.shell.Amounts;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.ShellSettings;
import org.omnihall.hall.shell.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The contact log and the journeys in it, as far as they lie in the caller's Area. */
@Controller
class ContactScreen {

    /** So far back a list looks that names neither a customer, a journey nor a time. */
    private static final Duration LATELY = Duration.ofDays(7);

    private final Contacts contacts;
    private final Journeys journeys;
    private final Channels channels;
    private final Around around;
    private final AuditTrail audit;
    private final Pages pages;
    private final ShellSettings settings;
    private final Clock clock;

    ContactScreen(
            Contacts contacts,
            Journeys journeys,
            Channels channels,
            Around around,
            AuditTrail audit,
            Pages pages,
            ShellSettings settings,
            Clock clock) {
        this.contacts = contacts;
        this.journeys = journeys;
        this.channels = channels;
        this.around = around;
        this.audit = audit;
        this.pages = pages;
        this.settings = settings;
        this.clock = clock;
    }

    /** The filters as they came; empty texts ask for nothing. */
    record Typed(
            Optional<Long> subscriber,
            String journey,
            String channel,
            Optional<ContactKind> kind,
            String from,
            String until) {}

    @ModelAttribute
    Typed typed(
            @RequestParam Optional<Long> subscriber,
            @RequestParam(defaultValue = "") String journey,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam Optional<ContactKind> kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        return new Typed(subscriber, journey, channel, kind, from, until);
    }

    @GetMapping("/contacts")
    @Demands(Right.CUSTOMER_SEE)
    View list(Caller caller, @ModelAttribute(binding = false) Typed typed, Paging paging) {
        Slice<LoggedContact> slice = unreadable(typed)
                ? new Slice<>(List.of(), Optional.empty(), Optional.empty())
                : contacts.list(filter(caller.areaPath(), typed), paging);
        return pages.html(
                "interaction/contacts",
                Map.of(
                        "slice", slice,
                        "channels", channels.all(),
                        "areas", around.areaNames(),
                        "names", around.channelNames(slice.rows()),
                        "numbers", around.numbers(slice.rows())));
    }

    /** A number travels in a form, never in an address, which browsers and proxies remember. */
    @PostMapping("/contacts")
    @Demands(Right.CUSTOMER_SEE)
    String search(Caller caller, @RequestParam(defaultValue = "") String number, RedirectAttributes next) {
        Optional<Msisdn> asked = Msisdn.parse(number);
        asked.ifPresent(known -> audit.record(caller.login(), "contact.search", "number:" + known.masked(), ""));
        Optional<Long> subscriber = asked.flatMap(around::subscriber);
        if (subscriber.isEmpty()) {
            Flash.bad(next, asked.isEmpty() ? "interaction.contacts.unreadable" : "interaction.contacts.nobody");
            return "redirect:/contacts";
        }
        return "redirect:/contacts?subscriber=" + subscriber.get();
    }

    @GetMapping("/journeys/{id}")
    @Demands(Right.CUSTOMER_SEE)
    View journey(Caller caller, @PathVariable UUID id) {
        List<LoggedContact> steps = journeys.of(id).stream()
                .filter(row -> caller.covers(row.contact().where().areaPath()))
                .toList();
        if (steps.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return pages.html(
                "interaction/journey",
                Map.of("steps", steps, "names", around.channelNames(steps), "numbers", around.numbers(steps)));
    }

    private static boolean unreadable(Typed typed) {
        return !typed.journey().isBlank() && journey(typed).isEmpty();
    }

    private static Optional<UUID> journey(Typed typed) {
        return Optional.of(typed.journey().strip())
                .filter(text -> text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(UUID::fromString);
    }

    private ContactFilter filter(String areaPath, Typed typed) {
        Optional<UUID> journey = journey(typed);
        boolean broad = typed.subscriber().isEmpty()
                && journey.isEmpty()
                && typed.from().isBlank()
                && typed.until().isBlank();
        return new ContactFilter(
                areaPath,
                typed.subscriber(),
                Optional.empty(),
                journey,
                channels.byCode(typed.channel()).map(channel -> channel.id()),
                typed.kind(),
                broad ? Optional.of(clock.instant().minus(LATELY)) : Amounts.moment(typed.from(), settings.zone()),
                Amounts.moment(typed.until(), settings.zone()));
    }
}
