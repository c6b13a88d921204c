package org.omnihall.hall.console.desk;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.Handover;
import org.omnihall.hall.interaction.Handovers;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The start of the desk: where he serves, whom he looks for, and what waits for him. */
@Controller
class DeskScreen {

    private static final int LONGEST = 60;

    private final WorkPlaces places;
    private final DeskCustomers customers;
    private final DeskVisits visits;
    private final Handovers handovers;
    private final DeskPages gathered;
    private final Pages pages;
    private final Clock clock;

    DeskScreen(
            WorkPlaces places,
            DeskCustomers customers,
            DeskVisits visits,
            Handovers handovers,
            DeskPages gathered,
            Pages pages,
            Clock clock) {
        this.places = places;
        this.customers = customers;
        this.visits = visits;
        this.handovers = handovers;
        this.gathered = gathered;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/desk")
    @Demands({Right.DESK_SERVE, Right.CUSTOMER_SEE, Right.CARD_SEE})
    View start(Caller caller, Paging paging, Locale language) {
        return page(caller, Optional.empty(), new DeskCustomers.Found(List.of(), false), paging, language);
    }

    /** Posted, so that neither number nor name stands in an address or a log. */
    @PostMapping("/desk/find")
    @Demands({Right.DESK_SERVE, Right.CUSTOMER_SEE, Right.CARD_SEE})
    View find(Caller caller, @RequestParam(defaultValue = "") String typed, Paging paging, Locale language) {
        String text = typed.strip();
        Optional<Channel> here = places.of(caller);
        DeskCustomers.Found found = here.isEmpty() || text.isEmpty() || text.length() > LONGEST
                ? new DeskCustomers.Found(List.of(), false)
                : customers.find(caller, here.get(), text);
        return page(caller, Optional.of(text), found, paging, language);
    }

    /** Who asks for the results in another language, or by a bookmark, types again; who turns the page of what waits beside them goes on there. */
    @GetMapping("/desk/find")
    @Demands({Right.DESK_SERVE, Right.CUSTOMER_SEE, Right.CARD_SEE})
    String again(@RequestParam(name = Paging.PARAMETER, defaultValue = "") String trail, RedirectAttributes next) {
        if (!trail.isEmpty()) {
            next.addAttribute(Paging.PARAMETER, trail);
        }
        return "redirect:/desk";
    }

    /** Whoever goes to another channel leaves those whom he served at the old one. */
    @PostMapping("/desk/place")
    @Demands({Right.DESK_SERVE, Right.CUSTOMER_SEE, Right.CARD_SEE})
    String place(
            Caller caller, @RequestParam(defaultValue = "") String channel, Locale language, RedirectAttributes next) {
        Optional<Channel> chosen = places.choose(caller, channel);
        if (chosen.isPresent()) {
            visits.open(caller.login()).stream()
                    .filter(visit -> !visit.channel().equals(chosen.get().id()))
                    .forEach(visit -> visits.end(visit, Visit.Outcome.LEFT, ""));
            Flash.good(next, "console.desk.placed", chosen.get().name(language));
        } else {
            Flash.bad(next, "console.desk.noPlace");
        }
        return "redirect:/desk";
    }

    private View page(
            Caller caller, Optional<String> typed, DeskCustomers.Found found, Paging paging, Locale language) {
        Optional<Channel> here = places.of(caller);
        Slice<Handover> waiting = here.map(channel -> handovers.waitingAt(channel.id(), paging))
                .orElseGet(() -> new Slice<>(List.of(), Optional.empty(), Optional.empty()));
        List<Handover> given =
                here.map(channel -> handovers.givenBy(channel.id())).orElse(List.of());
        List<Visit> open = visits.open(caller.login());
        List<Visit> served = here.isPresent() ? visits.served(caller.login()) : List.of();
        Set<Contact.Whom> shown = Stream.concat(
                        Stream.concat(waiting.rows().stream(), given.stream())
                                .map(one -> one.matter().whom()),
                        Stream.concat(open.stream(), served.stream()).map(Visit::whom))
                .collect(Collectors.toSet());
        return pages.html(
                "console/desk",
                Map.of(
                        "home",
                        new DeskHome(
                                here,
                                places.choices(caller),
                                typed,
                                found.hits(),
                                found.more(),
                                waiting,
                                given,
                                open,
                                served,
                                here.map(channel -> customers.titles(shown, channel))
                                        .orElse(Map.of()),
                                gathered.names(language),
                                clock.instant())));
    }
}
