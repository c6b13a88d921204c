package org.omnihall.hall.access.screens;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.watch.PacketWatch;
import org.omnihall.hall.access.watch.PacketWatches;
import org.omnihall.hall.access.watch.WatchedPacket;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** The packet trace: watches over a controller's or a user's RADIUS packets, and what they caught. */
@Controller
class PacketScreen {

    private final PacketWatches watches;
    private final AccessControllers controllers;
    private final AuditTrail audit;
    private final Pages pages;
    private final Clock clock;

    PacketScreen(PacketWatches watches, AccessControllers controllers, AuditTrail audit, Pages pages, Clock clock) {
        this.watches = watches;
        this.controllers = controllers;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/packets")
    @Demands(Right.SESSION_SEE)
    View all(Caller caller) {
        return page(caller, Draft.of("minutes", "5"), Faults.NONE);
    }

    /** A user's number travels in a form, never in an address. */
    @PostMapping("/packets")
    @Demands(Right.SESSION_SEE)
    ModelAndView begin(Caller caller, @RequestParam Map<String, String> fields) {
        Draft draft = new Draft(fields);
        return switch (watches.begin(draft, caller.areaPath(), caller.login())) {
            case Change.Done<PacketWatch> done ->
                new ModelAndView("redirect:/packets/" + done.value().id());
            case Change.Refused<PacketWatch> refused ->
                new ModelAndView(page(caller, draft, new Faults(refused.problems())));
        };
    }

    private View page(Caller caller, Draft draft, Faults faults) {
        Map<String, Object> model = new HashMap<>(around());
        model.put("watches", watches.all(caller.areaPath()));
        model.put("draft", draft);
        model.put("faults", faults);
        model.put(
                "choices",
                controllers.all().stream()
                        .filter(controller -> caller.covers(controller.areaPath()))
                        .toList());
        return pages.html("access/packets", model);
    }

    @GetMapping("/packets/{id}")
    @Demands(Right.SESSION_SEE)
    View one(Caller caller, @PathVariable UUID id, Paging paging) {
        PacketWatch watch = his(caller, id);
        Map<String, Object> model = new HashMap<>(around());
        model.put("watch", watch);
        model.put("slice", watches.packets(watch, paging));
        return pages.html("access/packet-watch", model);
    }

    @PostMapping("/packets/{id}/end")
    @Demands(Right.SESSION_SEE)
    String end(Caller caller, @PathVariable UUID id) {
        watches.end(his(caller, id), caller.login());
        return "redirect:/packets/" + id;
    }

    @GetMapping("/packets/{id}.txt")
    @Demands({Right.SESSION_SEE, Right.EXPORT})
    ResponseEntity<String> file(Caller caller, @PathVariable UUID id) {
        PacketWatch watch = his(caller, id);
        audit.record(caller.login(), "packets.export", "packet-watch:" + id, "");
        StringBuilder out = new StringBuilder();
        for (WatchedPacket packet : watches.whole(watch)) {
            out.append(packet.at()).append(' ').append(packet.way()).append(' ').append(packet.peer());
            out.append('\n').append(packet.text().indent(2)).append('\n');
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"packets.txt\"")
                .body(out.toString());
    }

    private Map<String, Object> around() {
        Instant now = clock.instant();
        Map<Long, String> names = new HashMap<>();
        for (AccessController controller : controllers.all()) {
            names.put(controller.id(), controller.name());
        }
        return Map.of("now", now, "names", names);
    }

    private PacketWatch his(Caller caller, UUID id) {
        return watches.find(id).filter(watch -> caller.covers(watch.areaPath())).orElseThrow(Desk::missing);
    }
}
