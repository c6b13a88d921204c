package org.omnihall.hall.access.screens;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.network.AccessPoints;
import org.omnihall.hall.access.network.FigureSettings;
import org.omnihall.hall.access.network.Scope;
import org.omnihall.hall.access.network.Ssids;
import org.omnihall.hall.access.network.Venues;
import org.omnihall.hall.party.Area;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The business figures as they hold at a place, where each comes from, and their change there. */
@Controller
class FigureScreen {

    private final FigureSettings settings;
    private final Venues venues;
    private final Ssids ssids;
    private final AccessPoints accessPoints;
    private final Desk desk;
    private final Pages pages;

    FigureScreen(
            FigureSettings settings, Venues venues, Ssids ssids, AccessPoints accessPoints, Desk desk, Pages pages) {
        this.settings = settings;
        this.venues = venues;
        this.ssids = ssids;
        this.accessPoints = accessPoints;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/figures")
    @Demands(Right.NETWORK_SEE)
    View figures(
            Caller caller,
            @RequestParam(defaultValue = "AREA") Scope.Kind kind,
            @RequestParam(defaultValue = "") String key) {
        FigurePlace place = place(caller, kind, kind == Scope.Kind.AREA && key.isEmpty() ? caller.areaPath() : key);
        return pages.html(
                "access/figures",
                Map.of(
                        "place", place,
                        "lines", settings.lines(place.chain()),
                        "areas", desk.areas(caller)));
    }

    @PostMapping("/figures")
    @Demands(Right.SETTING_CHANGE)
    String set(
            Caller caller,
            @RequestParam Scope.Kind kind,
            @RequestParam String key,
            @RequestParam Map<String, String> fields,
            RedirectAttributes next) {
        FigurePlace place = place(caller, kind, key);
        Desk.tell(
                settings.set(place.scope(), place.areaPath(), desk.draft(caller, fields), caller.login()),
                "access.figures.saved",
                next);
        next.addAttribute("kind", kind);
        next.addAttribute("key", key);
        return "redirect:/figures";
    }

    private FigurePlace place(Caller caller, Scope.Kind kind, String key) {
        FigurePlace place = find(kind, key).orElseThrow(Desk::missing);
        Desk.his(caller, place.areaPath());
        return place;
    }

    private Optional<FigurePlace> find(Scope.Kind kind, String key) {
        return switch (kind) {
            case OPERATOR -> Optional.of(new FigurePlace(Scope.OPERATOR, "/", "", List.of(Scope.OPERATOR)));
            case AREA -> area(key);
            case VENUE ->
                number(key)
                        .flatMap(venues::find)
                        .map(found -> new FigurePlace(
                                Scope.venue(found.id()),
                                found.areaPath(),
                                found.name(),
                                chain(found.areaPath(), Scope.venue(found.id()))));
            case SSID_AT_VENUE ->
                number(key)
                        .flatMap(ssids::findAtVenue)
                        .map(found -> new FigurePlace(
                                Scope.ssidAtVenue(found.id()),
                                found.areaPath(),
                                found.ssidName() + " · " + found.venueName(),
                                chain(found.areaPath(), Scope.venue(found.venueId()), Scope.ssidAtVenue(found.id()))));
            case ACCESS_POINT ->
                number(key)
                        .flatMap(accessPoints::find)
                        .map(found -> new FigurePlace(
                                Scope.accessPoint(found.id()),
                                found.areaPath(),
                                found.name(),
                                chain(found.areaPath(), Scope.venue(found.venueId()), Scope.accessPoint(found.id()))));
        };
    }

    private Optional<FigurePlace> area(String path) {
        return desk.area(path)
                .map(Area::name)
                .map(name -> new FigurePlace(Scope.area(path), path, name, settings.areaChain(path)));
    }

    private List<Scope> chain(String areaPath, Scope... inner) {
        List<Scope> chain = new ArrayList<>(settings.areaChain(areaPath));
        chain.addAll(List.of(inner));
        return chain;
    }

    private static Optional<Long> number(String key) {
        return key.matches("\\d{1,18}") ? Optional.of(Long.valueOf(key)) : Optional.empty();
    }
}
