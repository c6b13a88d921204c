package org.omnihall.hall.access.screens;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.RedirectMap;
import org.omnihall.hall.access.network.RedirectMap.Meaning;
import org.omnihall.hall.access.network.RedirectMaps;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the parameters mean that controllers put into a redirect. Maps belong to the whole operator. */
@Controller
class RedirectMapScreen {

    private static final String AGAIN = "redirect:/redirect-maps";

    private final RedirectMaps maps;
    private final Desk desk;
    private final Pages pages;

    RedirectMapScreen(RedirectMaps maps, Desk desk, Pages pages) {
        this.maps = maps;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/redirect-maps")
    @Demands(Right.NETWORK_SEE)
    View list() {
        return pages.html("access/redirect-maps", Map.of("maps", maps.all(), "uses", maps.uses()));
    }

    @GetMapping("/redirect-maps/new")
    @Demands(Right.NETWORK_CHANGE)
    View blank() {
        return form(Optional.empty(), new Draft(Map.of()), Faults.NONE);
    }

    @GetMapping("/redirect-maps/{name}")
    @Demands(Right.NETWORK_CHANGE)
    View one(@PathVariable String name) {
        RedirectMap map =
                maps.find(name).filter(found -> RedirectMaps.isOpen(name)).orElseThrow(Desk::missing);
        return form(Optional.of(name), draft(map), Faults.NONE);
    }

    @PostMapping("/redirect-maps")
    @Demands(Right.NETWORK_CHANGE)
    ModelAndView add(Caller caller, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        String actor = caller.whole();
        Draft draft = desk.draft(caller, fields);
        return tell(maps.add(draft, actor), Optional.empty(), draft, next);
    }

    @PostMapping("/redirect-maps/{name}")
    @Demands(Right.NETWORK_CHANGE)
    ModelAndView change(
            Caller caller,
            @PathVariable String name,
            @RequestParam Map<String, String> fields,
            RedirectAttributes next) {
        String actor = caller.whole();
        Draft draft = desk.draft(caller, fields);
        return tell(maps.change(name, draft, actor), Optional.of(name), draft, next);
    }

    @PostMapping("/redirect-maps/{name}/remove")
    @Demands(Right.NETWORK_CHANGE)
    String remove(Caller caller, @PathVariable String name, RedirectAttributes next) {
        String actor = caller.whole();
        Desk.tell(maps.remove(name, actor), "access.removed", next);
        return AGAIN;
    }

    private ModelAndView tell(Change<RedirectMap> change, Optional<String> name, Draft draft, RedirectAttributes next) {
        return switch (change) {
            case Change.Done<RedirectMap> done -> {
                Flash.good(next, "access.map.saved", done.value().name());
                yield new ModelAndView(AGAIN);
            }
            case Change.Refused<RedirectMap> refused ->
                new ModelAndView(form(name, draft, new Faults(refused.problems())));
        };
    }

    private View form(Optional<String> name, Draft draft, Faults faults) {
        return pages.html("access/redirect-map", Map.of("name", name, "draft", draft, "faults", faults));
    }

    private static Draft draft(RedirectMap map) {
        Map<String, String> fields = new HashMap<>();
        fields.put("name", map.name());
        for (Meaning meaning : Meaning.values()) {
            fields.put(meaning.name(), map.names(meaning).stream().collect(Collectors.joining(" ")));
        }
        return new Draft(fields);
    }
}
