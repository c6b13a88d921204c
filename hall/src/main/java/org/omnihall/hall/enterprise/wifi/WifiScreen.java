package org.omnihall.hall.enterprise.wifi;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.LogoFault;
import org.omnihall.hall.access.VenueLook;
import org.omnihall.hall.access.VenuePage;
import org.omnihall.hall.access.VenuePages;
import org.omnihall.hall.access.VisitorReports;
import org.omnihall.hall.enterprise.Asks;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.party.UserLogin.Role;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.OpenToAll;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The login page of an own Wi-Fi: made in versions, looked at as on a phone, published and taken back (requirement A14). */
@Controller
@OpenToAll
class WifiScreen {

    private final OwnWifis wifis;
    private final VenuePages venuePages;
    private final VisitorReports reports;
    private final HallPages pages;

    WifiScreen(OwnWifis wifis, VenuePages venuePages, VisitorReports reports, HallPages pages) {
        this.wifis = wifis;
        this.venuePages = venuePages;
        this.reports = reports;
        this.pages = pages;
    }

    @GetMapping("/enterprise/wifi")
    @Asks({Role.ADMIN, Role.BUYER})
    View list(Member member, Paging paging) {
        Slice<OwnWifi> page = wifis.of(member, paging);
        List<WifiNow> now = page.rows().stream()
                .map(wifi -> new WifiNow(wifi, reports.online(wifi.spot())))
                .toList();
        return pages.html("wifis", Map.of("slice", new Slice<>(now, page.previous(), page.next())));
    }

    /** The editor begins with the newest version, or with the one that is named. */
    @GetMapping("/enterprise/wifi/{id}")
    @Asks({Role.ADMIN, Role.BUYER})
    ModelAndView page(Member member, @PathVariable long id, @RequestParam Optional<Integer> version) {
        OwnWifi wifi = wifis.find(member, id);
        List<VenuePage> versions = venuePages.versions(wifi.place());
        VenueLook look = versions.stream()
                .filter(one -> version.isEmpty() || version.get() == one.version())
                .findFirst()
                .map(VenuePage::look)
                .orElse(VenueLook.PLAIN);
        return editor(wifi, versions, LookForm.of(look));
    }

    @PostMapping("/enterprise/wifi/{id}")
    @Asks({Role.ADMIN, Role.BUYER})
    ModelAndView save(
            Member member, @PathVariable long id, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        OwnWifi wifi = wifis.find(member, id);
        LookForm form = LookForm.typed(fields);
        return switch (venuePages.save(wifi.place(), form.look(), member.actor())) {
            case VenuePages.Saved.Refused(var fault) -> {
                wrong(form, fault);
                yield editor(wifi, venuePages.versions(wifi.place()), form);
            }
            case VenuePages.Saved.Done(VenuePage saved) -> {
                Flash.good(next, "enterprise.page.saved", saved.version());
                if (form.form().ticked("publish")) {
                    publish(wifi, Optional.of(saved.version()), member, next);
                }
                yield new ModelAndView("redirect:" + wifi.path());
            }
        };
    }

    @PostMapping("/enterprise/wifi/{id}/publish")
    @Asks({Role.ADMIN, Role.BUYER})
    String publish(
            Member member, @PathVariable long id, @RequestParam Optional<Integer> version, RedirectAttributes next) {
        OwnWifi wifi = wifis.find(member, id);
        publish(wifi, version, member, next);
        return "redirect:" + wifi.path();
    }

    @PostMapping("/enterprise/wifi/{id}/undo")
    @Asks({Role.ADMIN, Role.BUYER})
    String undo(Member member, @PathVariable long id, RedirectAttributes next) {
        OwnWifi wifi = wifis.find(member, id);
        if (venuePages.undo(wifi.place(), member.actor())) {
            Flash.good(next, "enterprise.page.undone");
        }
        return "redirect:" + wifi.path();
    }

    private void publish(OwnWifi wifi, Optional<Integer> version, Member member, RedirectAttributes next) {
        if (!venuePages.publish(wifi.place(), version, member.actor())) {
            throw HallPages.notFound();
        }
        Flash.good(next, "enterprise.page.published");
    }

    private ModelAndView editor(OwnWifi wifi, List<VenuePage> versions, LookForm form) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("wifi", wifi);
        shown.put("versions", versions);
        shown.put("form", form.form());
        shown.put("look", form.look());
        shown.put("contrast", contrast(form.look()));
        return new ModelAndView(pages.html("wifi", shown));
    }

    private String contrast(VenueLook look) {
        return venuePages
                .contrast(look.ground(), look.ink())
                .map(ratio -> String.format(Locale.ROOT, "%.1f", Math.floor(ratio * 10) / 10))
                .orElse("");
    }

    private static void wrong(LookForm form, VenuePages.Fault fault) {
        switch (fault) {
            case UNKNOWN -> throw HallPages.notFound();
            case TEXT -> form.form().wrong("texts", "enterprise.page.refused.TEXT");
            case COLOUR -> form.form().wrong("ground", "enterprise.page.badColour");
            case CONTRAST -> form.form().wrong("ground", "enterprise.page.contrast");
            case LOGO -> form.form().wrong("logo", "enterprise.page.logo." + LogoFault.NONE);
        }
    }
}
