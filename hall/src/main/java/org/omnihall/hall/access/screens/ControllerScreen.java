package org.omnihall.hall.access.screens;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.RedirectMaps;
import org.omnihall.hall.access.network.Venues;
import org.omnihall.hall.access.session.OnlineFigures;
import org.omnihall.hall.node.WebOrigins;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Access controllers: list, form with secrets that go in and never come out, self-test. */
@Controller
class ControllerScreen {

    private static final int SUGGESTED = 500;

    private final AccessControllers controllers;
    private final ControllerRegistry registry;
    private final RedirectMaps redirectMaps;
    private final Venues venues;
    private final OnlineFigures online;
    private final SelfTest selfTest;
    private final WebOrigins origins;
    private final Desk desk;
    private final Pages pages;

    ControllerScreen(
            AccessControllers controllers,
            ControllerRegistry registry,
            RedirectMaps redirectMaps,
            Venues venues,
            OnlineFigures online,
            SelfTest selfTest,
            WebOrigins origins,
            Desk desk,
            Pages pages) {
        this.controllers = controllers;
        this.registry = registry;
        this.redirectMaps = redirectMaps;
        this.venues = venues;
        this.online = online;
        this.selfTest = selfTest;
        this.origins = origins;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/controllers")
    @Demands(Right.NETWORK_SEE)
    View list(Caller caller, @RequestParam(defaultValue = "") String name, Paging paging) {
        String text = name.strip().toLowerCase(Locale.ROOT);
        String after = paging.after().map(List::getFirst).orElse("");
        Map<Long, OnlineFigures.AtController> seen = online.byController();
        List<ControllerRow> rows = controllers.all().stream()
                .filter(controller -> caller.covers(controller.areaPath()))
                .filter(controller -> text.isEmpty()
                        || controller.name().toLowerCase(Locale.ROOT).contains(text)
                        || controller.sources().toString().contains(text))
                .filter(controller -> controller.name().compareTo(after) > 0)
                .sorted(Comparator.comparing(AccessController::name))
                .limit(paging.limit())
                .map(controller -> row(controller, seen))
                .toList();
        return pages.html(
                "access/controllers",
                Map.of(
                        "slice",
                        paging.slice(rows, row -> List.of(row.controller().name())),
                        "areas",
                        desk.areas(caller)));
    }

    @GetMapping("/controllers/new")
    @Demands(Right.NETWORK_CHANGE)
    View blank(Caller caller) {
        return form(caller, Optional.empty(), new Draft(Map.of("area", caller.areaPath())), Faults.NONE);
    }

    @GetMapping("/controllers/{id}")
    @Demands(Right.NETWORK_SEE)
    View one(Caller caller, @PathVariable long id) {
        AccessController controller = his(caller, id);
        Optional<String> venue =
                controller.venueId().map(known -> venues.names(List.of(known)).get(known));
        return form(caller, Optional.of(controller), ControllerDraft.of(controller, venue), Faults.NONE);
    }

    @PostMapping("/controllers")
    @Demands(Right.NETWORK_CHANGE)
    ModelAndView add(Caller caller, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        Draft draft = desk.draft(caller, fields);
        return switch (registry.add(draft, caller.login())) {
            case Change.Done<AccessController> done -> {
                Flash.good(next, "access.controller.saved", done.value().name());
                yield new ModelAndView("redirect:/controllers/" + done.value().id());
            }
            case Change.Refused<AccessController> refused ->
                new ModelAndView(form(caller, Optional.empty(), draft, new Faults(refused.problems())));
        };
    }

    @PostMapping("/controllers/{id}")
    @Demands(Right.NETWORK_CHANGE)
    ModelAndView change(
            Caller caller, @PathVariable long id, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        AccessController before = his(caller, id);
        Draft draft = desk.draft(caller, fields);
        return switch (registry.change(id, draft, caller.login())) {
            case Change.Done<AccessController> done -> {
                Flash.good(next, "access.controller.saved", done.value().name());
                yield new ModelAndView("redirect:/controllers/" + id);
            }
            case Change.Refused<AccessController> refused ->
                new ModelAndView(form(caller, Optional.of(before), draft, new Faults(refused.problems())));
        };
    }

    @PostMapping("/controllers/{id}/remove")
    @Demands(Right.NETWORK_CHANGE)
    String remove(Caller caller, @PathVariable long id, RedirectAttributes next) {
        his(caller, id);
        Change<AccessController> change = registry.remove(id, caller.login());
        Desk.tell(change, "access.controller.removed", next);
        return change instanceof Change.Done<AccessController>
                ? "redirect:/controllers"
                : "redirect:/controllers/" + id;
    }

    /** Sends test packets to the controller and shows what came back; takes three seconds where nothing answers. */
    @PostMapping("/controllers/{id}/test")
    @Demands(Right.NETWORK_CHANGE)
    View test(Caller caller, @PathVariable long id) {
        return pages.html("access/self-test", Map.of("results", selfTest.run(his(caller, id), caller.login())));
    }

    private AccessController his(Caller caller, long id) {
        return controllers
                .byId(id)
                .filter(controller -> caller.covers(controller.areaPath()))
                .orElseThrow(Desk::missing);
    }

    private View form(Caller caller, Optional<AccessController> controller, Draft draft, Faults faults) {
        Map<String, Object> model = new HashMap<>();
        model.put("controller", controller);
        model.put("draft", draft);
        model.put("faults", faults);
        model.put("areas", desk.areas(caller));
        model.put("maps", redirectMaps.all());
        model.put("venues", venues.some(caller.areaPath(), SUGGESTED));
        model.put("announced", controller.map(known -> Announced.of(known, origins.pages())));
        model.put("row", controller.map(known -> row(known, online.byController())));
        return pages.html("access/controller", model);
    }

    private static ControllerRow row(AccessController controller, Map<Long, OnlineFigures.AtController> seen) {
        Optional<OnlineFigures.AtController> known = Optional.ofNullable(seen.get(controller.id()));
        return new ControllerRow(
                controller,
                known.map(OnlineFigures.AtController::online).orElse(0L),
                known.map(OnlineFigures.AtController::lastHeard));
    }
}
