package org.omnihall.hall.access.screens;

import java.util.Map;
import org.omnihall.hall.access.network.Profiles;
import org.omnihall.hall.access.network.Ssids;
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

/** What is offered over the air: SSIDs with their groups, and the access profiles. Both are the whole operator's. */
@Controller
class ServiceScreen {

    private static final String SSIDS = "redirect:/ssids";
    private static final String PROFILES = "redirect:/profiles";

    private final Ssids ssids;
    private final Profiles profiles;
    private final Desk desk;
    private final Pages pages;

    ServiceScreen(Ssids ssids, Profiles profiles, Desk desk, Pages pages) {
        this.ssids = ssids;
        this.profiles = profiles;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/ssids")
    @Demands(Right.NETWORK_SEE)
    View ssids(@RequestParam(defaultValue = "") String name, Paging paging) {
        return pages.html("access/ssids", Map.of("slice", ssids.list(name, paging), "profiles", profiles.all()));
    }

    @PostMapping("/ssids")
    @Demands(Right.NETWORK_CHANGE)
    String addSsid(Caller caller, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        String actor = caller.whole();
        Desk.tell(ssids.add(desk.draft(caller, fields), actor), "access.saved", next);
        return SSIDS;
    }

    @PostMapping("/ssids/{id}")
    @Demands(Right.NETWORK_CHANGE)
    String changeSsid(
            Caller caller, @PathVariable long id, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        String actor = caller.whole();
        Desk.tell(ssids.change(id, desk.draft(caller, fields), actor), "access.saved", next);
        return SSIDS;
    }

    @PostMapping("/ssids/{id}/remove")
    @Demands(Right.NETWORK_CHANGE)
    String removeSsid(Caller caller, @PathVariable long id, RedirectAttributes next) {
        String actor = caller.whole();
        Desk.tell(ssids.remove(id, actor), "access.removed", next);
        return SSIDS;
    }

    @GetMapping("/profiles")
    @Demands(Right.NETWORK_SEE)
    View profiles() {
        return pages.html("access/profiles", Map.of("profiles", profiles.all()));
    }

    @PostMapping("/profiles")
    @Demands(Right.NETWORK_CHANGE)
    String addProfile(Caller caller, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        String actor = caller.whole();
        Desk.tell(profiles.add(desk.draft(caller, fields), actor), "access.saved", next);
        return PROFILES;
    }

    @PostMapping("/profiles/{id}")
    @Demands(Right.NETWORK_CHANGE)
    String changeProfile(
            Caller caller, @PathVariable long id, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        String actor = caller.whole();
        Desk.tell(profiles.change(id, desk.draft(caller, fields), actor), "access.saved", next);
        return PROFILES;
    }

    @PostMapping("/profiles/{id}/remove")
    @Demands(Right.NETWORK_CHANGE)
    String removeProfile(Caller caller, @PathVariable long id, RedirectAttributes next) {
        String actor = caller.whole();
        Desk.tell(profiles.remove(id, actor), "access.removed", next);
        return PROFILES;
    }
}
