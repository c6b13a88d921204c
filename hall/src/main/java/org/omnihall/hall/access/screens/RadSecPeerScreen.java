package org.omnihall.hall.access.screens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnihall.hall.access.aaa.RadSecSocket;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.roaming.RadSecPeer;
import org.omnihall.hall.access.roaming.RadSecPeers;
import org.omnihall.hall.access.roaming.RoamingState;
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

/** Who may ask over RadSec, and for which controllers. Peers belong to the whole operator. */
@Controller
class RadSecPeerScreen {

    private static final String AGAIN = "redirect:/radsec-peers";

    private final RoamingState state;
    private final RadSecPeers peers;
    private final AccessControllers controllers;
    private final RadSecSocket socket;
    private final Desk desk;
    private final Pages pages;

    RadSecPeerScreen(
            RoamingState state,
            RadSecPeers peers,
            AccessControllers controllers,
            RadSecSocket socket,
            Desk desk,
            Pages pages) {
        this.state = state;
        this.peers = peers;
        this.controllers = controllers;
        this.socket = socket;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/radsec-peers")
    @Demands(Right.NETWORK_SEE)
    View list() {
        List<RadSecPeer> all = state.book().peers();
        Map<Long, String> names = all.stream().collect(Collectors.toMap(RadSecPeer::id, this::names));
        return pages.html("access/radsec-peers", Map.of("peers", all, "names", names, "listens", socket.address()));
    }

    private String names(RadSecPeer peer) {
        return peer.controllers().stream()
                .flatMap(id -> controllers.byId(id).stream())
                .map(AccessController::name)
                .collect(Collectors.joining(", "));
    }

    @GetMapping("/radsec-peers/new")
    @Demands(Right.NETWORK_CHANGE)
    View blank() {
        return form(Optional.empty(), new Draft(Map.of()), Faults.NONE);
    }

    @GetMapping("/radsec-peers/{id}")
    @Demands(Right.NETWORK_CHANGE)
    View one(@PathVariable long id) {
        RadSecPeer peer = state.book().peer(id).orElseThrow(Desk::missing);
        Map<String, String> fields = new HashMap<>();
        fields.put("name", peer.name());
        fields.put("certificate", peer.certificate());
        fields.put("messageAuthenticator", peer.messageAuthenticator().name());
        fields.put("controllers", names(peer));
        return form(Optional.of(peer), new Draft(fields), Faults.NONE);
    }

    @PostMapping("/radsec-peers")
    @Demands(Right.NETWORK_CHANGE)
    ModelAndView add(Caller caller, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        String actor = caller.whole();
        Draft draft = desk.draft(caller, fields);
        return tell(peers.add(draft, actor), Optional.empty(), draft, next);
    }

    @PostMapping("/radsec-peers/{id}")
    @Demands(Right.NETWORK_CHANGE)
    ModelAndView change(
            Caller caller, @PathVariable long id, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        String actor = caller.whole();
        RadSecPeer before = state.book().peer(id).orElseThrow(Desk::missing);
        Draft draft = desk.draft(caller, fields);
        return tell(peers.change(id, draft, actor), Optional.of(before), draft, next);
    }

    @PostMapping("/radsec-peers/{id}/remove")
    @Demands(Right.NETWORK_CHANGE)
    String remove(Caller caller, @PathVariable long id, RedirectAttributes next) {
        Desk.tell(peers.remove(id, caller.whole()), "access.removed", next);
        return AGAIN;
    }

    private ModelAndView tell(
            Change<RadSecPeer> change, Optional<RadSecPeer> before, Draft draft, RedirectAttributes next) {
        return switch (change) {
            case Change.Done<RadSecPeer> done -> {
                Flash.good(next, "access.radsec.saved", done.value().name());
                yield new ModelAndView(AGAIN);
            }
            case Change.Refused<RadSecPeer> refused ->
                new ModelAndView(form(before, draft, new Faults(refused.problems())));
        };
    }

    private View form(Optional<RadSecPeer> peer, Draft draft, Faults faults) {
        return pages.html("access/radsec-peer", Map.of("peer", peer, "draft", draft, "faults", faults));
    }
}
