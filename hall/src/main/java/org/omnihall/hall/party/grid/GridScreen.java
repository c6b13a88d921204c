package org.omnihall.hall.party.grid;

import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.party.AccountManagers;
import org.omnihall.hall.party.Grid;
import org.omnihall.hall.party.Grids;
import org.omnihall.hall.party.customer.CustomerDesk;
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

/** Grids with their managers and how many companies of each tier lie in them, and the default managers of Areas. */
@Controller
class GridScreen {

    private static final String AGAIN = "redirect:/grids";
    private static final String SAVED = "party.saved";

    private final Grids grids;
    private final AccountManagers managers;
    private final CustomerDesk desk;
    private final Pages pages;

    GridScreen(Grids grids, AccountManagers managers, CustomerDesk desk, Pages pages) {
        this.grids = grids;
        this.managers = managers;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/grids")
    @Demands(Right.CUSTOMER_SEE)
    View list(
            Caller caller,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String manager,
            Paging paging) {
        return pages.html(
                "party/grids",
                Map.of(
                        "slice", grids.list(CustomerDesk.asked(caller, area), manager.strip(), paging),
                        "areas", desk.areas(caller),
                        "candidates", managers.within(caller.areaPath()),
                        "defaults", managers.defaults()));
    }

    @GetMapping("/grids/{id}")
    @Demands(Right.CUSTOMER_SEE)
    View one(Caller caller, @PathVariable long id) {
        Grid grid = his(caller, id);
        return pages.html(
                "party/grid",
                Map.of(
                        "grid", grid,
                        "areas", desk.areas(caller),
                        "candidates", managers.candidates(grid.areaPath()),
                        "history", managers.historyOfGrid(id)));
    }

    @PostMapping("/grids")
    @Demands(Right.CUSTOMER_CHANGE)
    String add(
            Caller caller,
            @RequestParam String area,
            @RequestParam String name,
            @RequestParam String manager,
            RedirectAttributes next) {
        Grids.Draft draft = new Grids.Draft(CustomerDesk.his(caller, area), name, manager);
        return CustomerDesk.tell(grids.add(draft, caller.login()), SAVED, next)
                .map(grid -> AGAIN + "/" + grid.id())
                .orElse(AGAIN);
    }

    @PostMapping("/grids/{id}/reassign")
    @Demands(Right.CUSTOMER_CHANGE)
    String reassign(Caller caller, @PathVariable long id, @RequestParam String manager, RedirectAttributes next) {
        his(caller, id);
        CustomerDesk.tell(grids.reassign(id, manager, caller.login()), "party.grids.reassigned", next);
        return AGAIN + "/" + id;
    }

    @PostMapping("/grids/{id}/remove")
    @Demands(Right.CUSTOMER_CHANGE)
    String remove(Caller caller, @PathVariable long id, RedirectAttributes next) {
        his(caller, id);
        return CustomerDesk.tell(grids.remove(id, caller.login()), "party.removed", next)
                .map(gone -> AGAIN)
                .orElse(AGAIN + "/" + id);
    }

    /** An empty manager takes the word back. */
    @PostMapping("/area-managers")
    @Demands(Right.CUSTOMER_CHANGE)
    String setDefault(Caller caller, @RequestParam String area, @RequestParam String manager, RedirectAttributes next) {
        Optional<String> login = Optional.of(manager).filter(given -> !given.isEmpty());
        CustomerDesk.tell(managers.setDefault(CustomerDesk.his(caller, area), login, caller.login()), SAVED, next);
        return AGAIN;
    }

    private Grid his(Caller caller, long id) {
        return grids.find(id).filter(grid -> caller.covers(grid.areaPath())).orElseThrow(CustomerDesk::missing);
    }
}
