package org.omnihall.hall.enterprise.wifi;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.LogoFault;
import org.omnihall.hall.access.PagePreviews;
import org.omnihall.hall.access.VenueLook;
import org.omnihall.hall.access.VenuePage;
import org.omnihall.hall.access.VenuePages;
import org.omnihall.hall.enterprise.Asks;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.party.UserLogin.Role;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.OpenToAll;
import org.omnihall.octets.Octets;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is seen of a look before it is kept: the page as on a phone, and the logo that was sent. */
@Controller
@OpenToAll
class LookScreen {

    private final OwnWifis wifis;
    private final VenuePages venuePages;
    private final PagePreviews previews;
    private final HallPages pages;

    LookScreen(OwnWifis wifis, VenuePages venuePages, PagePreviews previews, HallPages pages) {
        this.wifis = wifis;
        this.venuePages = venuePages;
        this.previews = previews;
        this.pages = pages;
    }

    /** The frame with the phone in it, for what stands in the form now. */
    @GetMapping("/enterprise/wifi/{id}/frame")
    @Asks({Role.ADMIN, Role.BUYER})
    View frame(Member member, @PathVariable long id, @RequestParam Map<String, String> fields, Locale language) {
        OwnWifi wifi = wifis.find(member, id);
        return pages.html(
                "frame",
                Map.of("address", PreviewAddress.of(wifi, LookForm.typed(fields).look(), language)));
    }

    /** The page itself, in the language of the address; what cannot be kept is drawn in the plain colours. */
    @GetMapping("/enterprise/wifi/{id}/preview")
    @Asks({Role.ADMIN, Role.BUYER})
    void preview(
            Member member,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        OwnWifi wifi = wifis.find(member, id);
        VenueLook typed = LookForm.typed(fields).look();
        VenueLook look = venuePages.contrast(typed.ground(), typed.ink()).isPresent()
                ? typed
                : new VenueLook(typed.texts(), VenueLook.PLAIN.ground(), VenueLook.PLAIN.ink(), typed.logo());
        Optional<Octets> logo = look.logo().flatMap(name -> venuePages.logo(wifi.place(), name));
        PagePreviews.Preview page = previews.draw(look, wifi.name(), logo, language);
        response.setHeader("Content-Security-Policy", page.policy());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page.html().toBytes());
    }

    /** Takes a new logo into a version of its own, which is not shown before it is published. */
    @PostMapping(path = "/enterprise/wifi/{id}/logo", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Asks({Role.ADMIN, Role.BUYER})
    String logo(Member member, @PathVariable long id, @RequestParam MultipartFile file, RedirectAttributes next)
            throws IOException {
        OwnWifi wifi = wifis.find(member, id);
        if (file.getSize() > VenuePages.LARGEST_LOGO) {
            Flash.bad(next, "enterprise.page.logo." + LogoFault.TOO_LARGE);
            return "redirect:" + wifi.path();
        }
        switch (venuePages.takeLogo(wifi.place(), Octets.of(file.getBytes()), member.actor())) {
            case VenuePages.Logo.Refused(var fault) -> Flash.bad(next, "enterprise.page.logo." + fault);
            case VenuePages.Logo.Taken(String name) -> keep(wifi, Optional.of(name), member, next);
        }
        return "redirect:" + wifi.path();
    }

    /** A version like the newest, without a logo. */
    @PostMapping("/enterprise/wifi/{id}/no-logo")
    @Asks({Role.ADMIN, Role.BUYER})
    String noLogo(Member member, @PathVariable long id, RedirectAttributes next) {
        OwnWifi wifi = wifis.find(member, id);
        keep(wifi, Optional.empty(), member, next);
        return "redirect:" + wifi.path();
    }

    private void keep(OwnWifi wifi, Optional<String> logo, Member member, RedirectAttributes next) {
        VenueLook newest = venuePages.versions(wifi.place()).stream()
                .findFirst()
                .map(VenuePage::look)
                .orElse(VenueLook.PLAIN);
        if (venuePages.save(wifi.place(), newest.with(logo), member.actor())
                instanceof VenuePages.Saved.Done(VenuePage saved)) {
            Flash.good(next, "enterprise.page.saved", saved.version());
        }
    }
}
