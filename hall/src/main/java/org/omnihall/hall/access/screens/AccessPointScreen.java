package org.omnihall.hall.access.screens;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.AccessPoint;
import org.omnihall.hall.access.network.AccessPoints;
import org.omnihall.hall.access.network.Venue;
import org.omnihall.hall.access.network.Venues;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
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

/** APs: where they stand and on which controller they hang. New ones are added at their Venue. */
@Controller
class AccessPointScreen {

    private static final String AGAIN = "redirect:/access-points";

    private final AccessPoints accessPoints;
    private final AccessControllers controllers;
    private final Venues venues;
    private final Desk desk;
    private final Pages pages;

    AccessPointScreen(AccessPoints accessPoints, AccessControllers controllers, Venues venues, Desk desk, Pages pages) {
        this.accessPoints = accessPoints;
        this.controllers = controllers;
        this.venues = venues;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/access-points")
    @Demands(Right.NETWORK_SEE)
    View list(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam Optional<Long> venue,
            @RequestParam Optional<Long> controller,
            Paging paging) {
        AccessPoints.Filter filter = new AccessPoints.Filter(caller.areaPath(), name, venue, controller);
        Optional<Venue> here = venue.flatMap(venues::find).filter(found -> caller.covers(found.areaPath()));
        return pages.html(
                "access/access-points",
                Map.of(
                        "slice", accessPoints.list(filter, paging),
                        "venue", here,
                        "controllers",
                                controllers.all().stream()
                                        .filter(known -> caller.covers(known.areaPath()))
                                        .sorted(Comparator.comparing(AccessController::name))
                                        .toList()));
    }

    @PostMapping("/access-points")
    @Demands(Right.NETWORK_CHANGE)
    String add(
            Caller caller,
            @RequestParam long venue,
            @RequestParam Map<String, String> fields,
            RedirectAttributes next) {
        hisVenue(caller, venue);
        Desk.tell(accessPoints.add(desk.draft(caller, fields), caller.login()), "access.saved", next);
        return AGAIN + "?venue=" + venue;
    }

    @PostMapping("/access-points/{id}")
    @Demands(Right.NETWORK_CHANGE)
    String change(
            Caller caller,
            @PathVariable long id,
            @RequestParam long venue,
            @RequestParam Map<String, String> fields,
            RedirectAttributes next) {
        his(caller, id);
        hisVenue(caller, venue);
        Desk.tell(accessPoints.change(id, desk.draft(caller, fields), caller.login()), "access.saved", next);
        return AGAIN + "?venue=" + venue;
    }

    @PostMapping("/access-points/{id}/remove")
    @Demands(Right.NETWORK_CHANGE)
    String remove(Caller caller, @PathVariable long id, RedirectAttributes next) {
        AccessPoint before = his(caller, id);
        Desk.tell(accessPoints.remove(id, caller.login()), "access.removed", next);
        return AGAIN + "?venue=" + before.venueId();
    }

    private AccessPoint his(Caller caller, long id) {
        return accessPoints
                .find(id)
                .filter(found -> caller.covers(found.areaPath()))
                .orElseThrow(Desk::missing);
    }

    private void hisVenue(Caller caller, long id) {
        Desk.his(caller, venues.find(id).map(Venue::areaPath).orElseThrow(Desk::missing));
    }
}
