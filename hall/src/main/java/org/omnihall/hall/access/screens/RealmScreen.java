package org.omnihall.hall.access.screens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.FigureShape;
import org.omnihall.hall.access.roaming.HomeServer;
import org.omnihall.hall.access.roaming.Realm;
import org.omnihall.hall.access.roaming.Realms;
import org.omnihall.hall.access.roaming.RoamingState;
import org.omnihall.hall.access.roaming.forward.ForwardTable;
import org.omnihall.hall.access.roaming.forward.HomeServers;
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

/** Realms and their home servers: how they stand, and a form with secrets that go in and never come out. They belong to the whole operator. */
@Controller
class RealmScreen {

    private static final String AGAIN = "redirect:/realms";

    private final RoamingState state;
    private final Realms realms;
    private final HomeServers servers;
    private final ForwardTable table;
    private final Desk desk;
    private final Pages pages;

    RealmScreen(RoamingState state, Realms realms, HomeServers servers, ForwardTable table, Desk desk, Pages pages) {
        this.state = state;
        this.realms = realms;
        this.servers = servers;
        this.table = table;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/realms")
    @Demands(Right.NETWORK_SEE)
    View list() {
        Map<Long, Long> waiting = table.waiting();
        List<RealmRow> rows = state.book().realms().stream()
                .map(realm -> new RealmRow(
                        realm,
                        realm.servers().stream()
                                .map(server -> new RealmRow.At(server, servers.standing(server)))
                                .toList(),
                        waiting.getOrDefault(realm.id(), 0L)))
                .toList();
        return pages.html("access/realms", Map.of("rows", rows));
    }

    @GetMapping("/realms/new")
    @Demands(Right.NETWORK_CHANGE)
    View blank() {
        return form(Optional.empty(), new Draft(Map.of()), Faults.NONE);
    }

    @GetMapping("/realms/{id}")
    @Demands(Right.NETWORK_CHANGE)
    View one(@PathVariable long id) {
        Realm realm = state.book().realm(id).orElseThrow(Desk::missing);
        return form(Optional.of(realm), draft(realm), Faults.NONE);
    }

    @PostMapping("/realms")
    @Demands(Right.NETWORK_CHANGE)
    ModelAndView add(Caller caller, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        String actor = caller.whole();
        Draft draft = desk.draft(caller, fields);
        return tell(realms.add(draft, actor), Optional.empty(), draft, next);
    }

    @PostMapping("/realms/{id}")
    @Demands(Right.NETWORK_CHANGE)
    ModelAndView change(
            Caller caller, @PathVariable long id, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        String actor = caller.whole();
        Realm before = state.book().realm(id).orElseThrow(Desk::missing);
        Draft draft = desk.draft(caller, fields);
        return tell(realms.change(id, draft, actor), Optional.of(before), draft, next);
    }

    @PostMapping("/realms/{id}/remove")
    @Demands(Right.NETWORK_CHANGE)
    String remove(Caller caller, @PathVariable long id, RedirectAttributes next) {
        Desk.tell(realms.remove(id, caller.whole()), "access.removed", next);
        return AGAIN;
    }

    private ModelAndView tell(Change<Realm> change, Optional<Realm> before, Draft draft, RedirectAttributes next) {
        return switch (change) {
            case Change.Done<Realm> done -> {
                Flash.good(next, "access.realm.saved", done.value().name());
                yield new ModelAndView(AGAIN);
            }
            case Change.Refused<Realm> refused -> new ModelAndView(form(before, draft, new Faults(refused.problems())));
        };
    }

    private View form(Optional<Realm> realm, Draft draft, Faults faults) {
        return pages.html("access/realm", Map.of("realm", realm, "draft", draft, "faults", faults));
    }

    /** Everything but the secrets. */
    private static Draft draft(Realm realm) {
        Map<String, String> fields = new HashMap<>();
        fields.put("name", realm.name());
        fields.put("strip", Boolean.toString(realm.strip()));
        fields.put("mayVlan", Boolean.toString(realm.mayVlan()));
        fields.put("mayRates", Boolean.toString(realm.mayRates()));
        fields.put("longest", FigureShape.Spans.write(realm.longest()));
        fields.put("patience", FigureShape.Spans.write(realm.patience()));
        fields.put("rest", FigureShape.Spans.write(realm.rest()));
        for (int place = 0; place < realm.servers().size(); place++) {
            HomeServer server = realm.servers().get(place);
            int number = place + 1;
            fields.put("transport" + number, server.transport().name());
            fields.put("address" + number, server.address().getHostAddress());
            fields.put("port" + number, Integer.toString(server.port()));
            fields.put("accountingPort" + number, Integer.toString(server.accountingPort()));
            fields.put("certificate" + number, server.certificate());
        }
        return new Draft(fields);
    }
}
