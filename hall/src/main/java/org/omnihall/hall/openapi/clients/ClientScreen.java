package org.omnihall.hall.openapi.clients;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The programs that may use the interfaces. A token is shown on the page that follows its making, and nowhere else. */
@Controller
class ClientScreen {

    private static final String AGAIN = "redirect:/interfaces";
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";
    private static final String AREA = "/([a-z0-9-]{1,20}/){0,6}";
    private static final String CHANNEL = "([a-z0-9][a-z0-9-]{0,39})?";

    private final ApiClients clients;
    private final Callers.KnownTokens tokens;
    private final Pages pages;

    ClientScreen(ApiClients clients, Callers.KnownTokens tokens, Pages pages) {
        this.clients = clients;
        this.tokens = tokens;
        this.pages = pages;
    }

    @Bean
    static NavigationEntry interfacesLine() {
        return new NavigationEntry(
                "/interfaces",
                "openapi.clients.title",
                "router",
                Right.INTERFACE_SEE,
                NavigationEntry.Group.ADMINISTRATION,
                60);
    }

    @GetMapping("/interfaces")
    @Demands(Right.INTERFACE_SEE)
    View list(Caller caller, Model model) {
        Optional<Token> fresh =
                model.getAttribute("token") instanceof Token token ? Optional.of(token) : Optional.empty();
        return pages.html(
                "openapi/clients", Map.of("clients", his(caller), "rights", grantable(caller), "token", fresh));
    }

    @PostMapping("/interfaces/add")
    @Demands(Right.INTERFACE_CHANGE)
    String add(
            Caller caller,
            @RequestParam String name,
            @RequestParam String area,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") List<String> right,
            RedirectAttributes next) {
        if (!name.matches(NAME) || !area.matches(AREA) || !channel.matches(CHANNEL)) {
            Flash.bad(next, "openapi.clients.refused.FORM");
            return AGAIN;
        }
        if (!caller.covers(area)) {
            throw new AccessDeniedException("outside of his Area");
        }
        Set<Right> given = grantable(caller).stream()
                .filter(one -> right.contains(one.name()))
                .collect(Collectors.toSet());
        ApiClient client = new ApiClient(name, given, area, Optional.of(channel).filter(code -> !code.isEmpty()));
        clients.add(client, caller.login())
                .ifPresentOrElse(
                        token -> next.addFlashAttribute("token", new Token(name, token)),
                        () -> Flash.bad(next, "openapi.clients.refused.TAKEN", name));
        return AGAIN;
    }

    @PostMapping("/interfaces/{id}/renew")
    @Demands(Right.INTERFACE_CHANGE)
    String renew(Caller caller, @PathVariable long id, RedirectAttributes next) {
        ApiClients.Entry entry = his(caller, id);
        clients.renew(id, caller.login())
                .ifPresent(token ->
                        next.addFlashAttribute("token", new Token(entry.client().name(), token)));
        tokens.forget();
        return AGAIN;
    }

    @PostMapping("/interfaces/{id}/enable")
    @Demands(Right.INTERFACE_CHANGE)
    String enable(Caller caller, @PathVariable long id, RedirectAttributes next) {
        return enable(caller, id, true, next);
    }

    @PostMapping("/interfaces/{id}/disable")
    @Demands(Right.INTERFACE_CHANGE)
    String disable(Caller caller, @PathVariable long id, RedirectAttributes next) {
        return enable(caller, id, false, next);
    }

    private String enable(Caller caller, long id, boolean enabled, RedirectAttributes next) {
        ApiClients.Entry entry = his(caller, id);
        clients.enable(id, enabled, caller.login());
        tokens.forget();
        Flash.good(
                next,
                enabled ? "openapi.clients.enabled" : "openapi.clients.disabled",
                entry.client().name());
        return AGAIN;
    }

    private List<ApiClients.Entry> his(Caller caller) {
        return clients.all().stream()
                .filter(entry -> caller.covers(entry.client().areaPath()))
                .toList();
    }

    private ApiClients.Entry his(Caller caller, long id) {
        return his(caller).stream()
                .filter(entry -> entry.id() == id)
                .findFirst()
                .orElseThrow(() -> new AccessDeniedException("no client of his Area"));
    }

    /** Nobody gives a program what he may not do himself. */
    private static List<Right> grantable(Caller caller) {
        return Arrays.stream(Right.values()).filter(caller::may).toList();
    }
}
