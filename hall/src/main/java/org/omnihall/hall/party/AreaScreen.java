package org.omnihall.hall.party;

import java.util.List;
import java.util.Map;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tree of Areas, as far as the caller answers for it. */
@Controller
class AreaScreen {

    private static final String AGAIN = "redirect:/areas";

    private final Areas areas;
    private final Pages pages;

    AreaScreen(Areas areas, Pages pages) {
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping("/areas")
    @Demands(Right.NETWORK_SEE)
    View list(Caller caller) {
        List<Area> his =
                areas.all().stream().filter(area -> caller.covers(area.path())).toList();
        return pages.html("party/areas", Map.of("areas", his));
    }

    @PostMapping("/areas/add")
    @Demands(Right.SETTING_CHANGE)
    String add(
            Caller caller,
            @RequestParam String parent,
            @RequestParam String code,
            @RequestParam String name,
            RedirectAttributes next) {
        return say(areas.add(his(caller, parent), code, name, caller.login()), "party.area.added", next);
    }

    @PostMapping("/areas/rename")
    @Demands(Right.SETTING_CHANGE)
    String rename(Caller caller, @RequestParam String path, @RequestParam String name, RedirectAttributes next) {
        return say(areas.rename(his(caller, path), name, caller.login()), "party.area.renamed", next);
    }

    @PostMapping("/areas/move")
    @Demands(Right.SETTING_CHANGE)
    String move(Caller caller, @RequestParam String path, @RequestParam String parent, RedirectAttributes next) {
        return say(areas.move(his(caller, path), his(caller, parent), caller.login()), "party.area.moved", next);
    }

    private static String his(Caller caller, String path) {
        if (!caller.covers(path)) {
            throw new AccessDeniedException("outside of his Area");
        }
        return path;
    }

    private static String say(AreaChange change, String done, RedirectAttributes next) {
        switch (change) {
            case AreaChange.Done now -> Flash.good(next, done, now.area().name());
            case AreaChange.Refused no ->
                Flash.bad(next, "party.area.refused." + no.reason().name());
        }
        return AGAIN;
    }
}
