package org.omnihall.hall.access.screens;

import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.network.Profiles;
import org.omnihall.hall.access.network.Ssids;
import org.omnihall.hall.access.network.Venue;
import org.omnihall.hall.access.network.Venues;
import org.omnihall.hall.access.session.OnlineFigures;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Venues, and which SSIDs differ at one. */
@Controller
class VenueScreen {

    private static final String AGAIN = "redirect:/venues";
    private static final int SUGGESTED = 300;

    private final Venues venues;
    private final Ssids ssids;
    private final Profiles profiles;
    private final OnlineFigures online;
    private final Desk desk;
    private final Pages pages;

    VenueScreen(Venues venues, Ssids ssids, Profiles profiles, OnlineFigures online, Desk desk, Pages pages) {
        this.venues = venues;
        this.ssids = ssids;
        this.profiles = profiles;
        this.online = online;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/venues")
    @Demands(Right.NETWORK_SEE)
    View list(Caller caller, @RequestParam(defaultValue = "") String name, Paging paging) {
        return pages.html(
                "access/venues",
                Map.of("slice", venues.list(caller.areaPath(), name, paging), "areas", desk.areas(caller)));
    }

    @GetMapping("/venues/{id}")
    @Demands(Right.NETWORK_SEE)
    View one(Caller caller, @PathVariable long id) {
        return pages.html(
                "access/venue",
                Map.of(
                        "venue", his(caller, id),
                        "areas", desk.areas(caller),
                        "ssids", ssids.some(SUGGESTED),
                        "here", ssids.atVenue(id),
                        "profiles", profiles.all(),
                        "online", online.atVenue(id)));
    }

    @PostMapping("/venues")
    @Demands(Right.NETWORK_CHANGE)
    String add(Caller caller, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        Desk.tell(venues.add(desk.draft(caller, fields), caller.login()), "access.saved", next);
        return AGAIN;
    }

    @PostMapping("/venues/{id}")
    @Demands(Right.NETWORK_CHANGE)
    String change(
            Caller caller, @PathVariable long id, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        his(caller, id);
        Desk.tell(venues.change(id, desk.draft(caller, fields), caller.login()), "access.saved", next);
        return AGAIN + "/" + id;
    }

    @PostMapping("/venues/{id}/remove")
    @Demands(Right.NETWORK_CHANGE)
    String remove(Caller caller, @PathVariable long id, RedirectAttributes next) {
        his(caller, id);
        Desk.tell(venues.remove(id, caller.login()), "access.removed", next);
        return venues.find(id).isPresent() ? AGAIN + "/" + id : AGAIN;
    }

    @PostMapping("/venues/{id}/ssids")
    @Demands(Right.NETWORK_CHANGE)
    String putSsid(
            Caller caller,
            @PathVariable long id,
            @RequestParam String ssid,
            @RequestParam Optional<Long> profile,
            RedirectAttributes next) {
        his(caller, id);
        ssids.named(ssid.strip())
                .ifPresentOrElse(
                        named -> Desk.tell(
                                ssids.putAtVenue(named.id(), id, profile, caller.login()), "access.saved", next),
                        () -> Flash.bad(next, "access.ssid.unknown", ssid.strip()));
        return AGAIN + "/" + id;
    }

    @PostMapping("/venues/{id}/ssids/{here}/remove")
    @Demands(Right.NETWORK_CHANGE)
    String removeSsid(Caller caller, @PathVariable long id, @PathVariable long here) {
        his(caller, id);
        ssids.findAtVenue(here)
                .filter(found -> found.venueId() == id)
                .ifPresent(found -> ssids.removeAtVenue(here, caller.login()));
        return AGAIN + "/" + id;
    }

    private Venue his(Caller caller, long id) {
        return venues.find(id).filter(venue -> caller.covers(venue.areaPath())).orElseThrow(Desk::missing);
    }
}
