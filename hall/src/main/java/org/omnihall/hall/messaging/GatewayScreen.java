package org.omnihall.hall.messaging;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.messaging.gateway.Answer;
import org.omnihall.hall.messaging.gateway.ShortMessage;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Words;
import org.omnihall.octets.Octets;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The gateways, how they are doing, and a test message through one of them. Passwords go in and never come out. */
@Controller
class GatewayScreen {

    private static final String AGAIN = "redirect:/gateways";

    private final SmsGateways gateways;
    private final GatewayStates states;
    private final GatewayTest test;
    private final AuditTrail audit;
    private final Pages pages;

    GatewayScreen(SmsGateways gateways, GatewayStates states, GatewayTest test, AuditTrail audit, Pages pages) {
        this.gateways = gateways;
        this.states = states;
        this.test = test;
        this.audit = audit;
        this.pages = pages;
    }

    @Bean
    static NavigationEntry gatewaysLine() {
        return new NavigationEntry(
                "/gateways",
                "messaging.gateway.title",
                "router",
                Right.MESSAGE_SEE,
                NavigationEntry.Group.MESSAGES,
                20);
    }

    @GetMapping("/gateways")
    @Demands(Right.MESSAGE_SEE)
    View list() {
        return pages.html("messaging/gateways", Map.of("states", states.now()));
    }

    @GetMapping("/gateways/new")
    @Demands(Right.SETTING_CHANGE)
    View blank() {
        return form(Optional.empty(), GatewayForm.blank());
    }

    @GetMapping("/gateways/{id}")
    @Demands(Right.SETTING_CHANGE)
    View one(@PathVariable UUID id) {
        return form(Optional.of(id), GatewayForm.of(known(id)));
    }

    @PostMapping("/gateways")
    @Demands(Right.SETTING_CHANGE)
    ModelAndView add(Caller caller, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        return save(caller, UUID.randomUUID(), Optional.empty(), new GatewayForm(fields), next);
    }

    @PostMapping("/gateways/{id}")
    @Demands(Right.SETTING_CHANGE)
    ModelAndView change(
            Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        return save(caller, known(id).id(), Optional.of(id), new GatewayForm(fields), next);
    }

    @PostMapping("/gateways/{id}/remove")
    @Demands(Right.SETTING_CHANGE)
    String remove(Caller caller, @PathVariable UUID id, RedirectAttributes next) {
        SmsGateway gateway = known(id);
        gateways.remove(id, caller.whole());
        Flash.good(next, "messaging.gateway.removed", gateway.name());
        return AGAIN;
    }

    /** Sends a fixed text to a number through one gateway; takes some seconds where it does not answer. */
    @PostMapping("/gateways/test")
    @Demands(Right.SETTING_CHANGE)
    View test(Caller caller, Words words, @RequestParam String gateway, @RequestParam String number) {
        String actor = caller.whole();
        Optional<Msisdn> to = Msisdn.parse(number);
        Optional<Answer> answer = to.flatMap(msisdn -> {
            audit.record(actor, "gateway.test", "gateway:" + gateway, msisdn.masked());
            return test.send(gateway, new ShortMessage(msisdn, words.get("messaging.sms.test"), GatewayTest.LIFE));
        });
        return pages.html("messaging/test-result", Map.of("sound", to.isPresent(), "answer", answer));
    }

    private ModelAndView save(
            Caller caller, UUID id, Optional<UUID> before, GatewayForm form, RedirectAttributes next) {
        String actor = caller.whole();
        states.now().stream()
                .map(GatewayStates.State::gateway)
                .filter(other -> !other.id().equals(id) && other.name().equals(form.text("name")))
                .forEach(other -> form.wrong("name", "TAKEN"));
        Optional<SmsGateway> read = form.read(id);
        read.ifPresent(gateway -> write(gateway, before.isPresent(), form, actor));
        if (read.isEmpty() || form.isWrong()) {
            return new ModelAndView(form(before, form));
        }
        Flash.good(next, "messaging.gateway.saved", read.get().name());
        return new ModelAndView(AGAIN);
    }

    private void write(SmsGateway gateway, boolean known, GatewayForm form, String actor) {
        if (!form.password().isEmpty()) {
            gateways.put(gateway, Octets.ofText(form.password()), actor);
        } else if (!known || !gateways.change(gateway, actor)) {
            form.wrong("password", "PASSWORD_ANEW");
        }
    }

    private View form(Optional<UUID> id, GatewayForm form) {
        return pages.html("messaging/gateway", Map.of("id", id, "form", form));
    }

    private SmsGateway known(UUID id) {
        return gateways.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
