package org.omnihall.hall.openapi.hub;

import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.openapi.hub.DeliveryLog.State;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What listeners were told, are to be told and could not be told. */
@Controller
class DeliveryScreen {

    private final DeliveryLog log;
    private final Pages pages;

    DeliveryScreen(DeliveryLog log, Pages pages) {
        this.log = log;
        this.pages = pages;
    }

    @Bean
    static NavigationEntry deliveriesLine() {
        return new NavigationEntry(
                "/deliveries",
                "openapi.deliveries.title",
                "message-2",
                Right.INTERFACE_SEE,
                NavigationEntry.Group.ADMINISTRATION,
                62);
    }

    @GetMapping("/deliveries")
    @Demands(Right.INTERFACE_SEE)
    View list(
            Caller caller,
            @RequestParam(defaultValue = "") String client,
            @RequestParam Optional<State> state,
            Paging paging) {
        Optional<String> name = Optional.of(client.strip()).filter(text -> !text.isEmpty());
        return pages.html("openapi/deliveries", Map.of("slice", log.list(caller.areaPath(), state, name, paging)));
    }

    @PostMapping("/deliveries/{id}/again")
    @Demands(Right.INTERFACE_CHANGE)
    String again(Caller caller, @PathVariable long id, RedirectAttributes next) {
        if (log.again(id, caller.areaPath(), caller.login())) {
            Flash.good(next, "openapi.deliveries.again.done");
        } else {
            Flash.bad(next, "openapi.deliveries.again.gone");
        }
        return "redirect:/deliveries";
    }
}
