package org.omnihall.hall.enterprise.company;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.enterprise.Asks;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.ordering.ApprovalLimits;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.UserLogin;
import org.omnihall.hall.party.UserLogin.Role;
import org.omnihall.hall.party.UserLogins;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.OpenToAll;
import org.omnihall.hall.shell.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people of a company, kept by its administrators; a password that one makes for another is shown once (requirement D1). */
@Controller
@OpenToAll
class ColleagueScreen {

    private static final String AGAIN = "redirect:/enterprise/company";
    private static final long MOST_FEN = 100_000_000_000L;

    private final UserLogins logins;
    private final ApprovalLimits limits;
    private final HallPages pages;

    ColleagueScreen(UserLogins logins, ApprovalLimits limits, HallPages pages) {
        this.logins = logins;
        this.limits = limits;
        this.pages = pages;
    }

    @GetMapping("/enterprise/company")
    @Asks(Role.ADMIN)
    ModelAndView list(Member member, Model model) {
        Optional<OncePassword> once =
                model.getAttribute("once") instanceof OncePassword fresh ? Optional.of(fresh) : Optional.empty();
        return page(member, new Typed(Map.of()), once);
    }

    @PostMapping("/enterprise/company/add")
    @Asks(Role.ADMIN)
    ModelAndView add(
            Member member,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") List<String> role,
            RedirectAttributes next) {
        Typed form = new Typed(fields);
        String login = form.required("login", 64);
        String name = form.required("name", 60);
        Optional<Msisdn> phone = Msisdn.parse(form.text("phone"));
        if (phone.isEmpty()) {
            form.wrong("phone", "party.refused.BAD_NUMBER");
        }
        if (roles(role).isEmpty()) {
            form.wrong("role", "party.refused.NO_ROLE");
        }
        if (form.isWrong()) {
            return page(member, form, Optional.empty());
        }
        String password = logins.freshPassword();
        UserLogins.Draft draft =
                new UserLogins.Draft(member.company().id(), login, name, phone.orElseThrow(), roles(role));
        return switch (logins.invite(draft, password, member.actor())) {
            case Change.Done<UserLogin> done -> {
                next.addFlashAttribute("once", new OncePassword(done.value().login(), password));
                yield new ModelAndView(AGAIN);
            }
            case Change.Refused<UserLogin> refused -> {
                form.wrong("login", "party.refused." + refused.reason());
                yield page(member, form, Optional.empty());
            }
        };
    }

    @PostMapping("/enterprise/company/{id}/roles")
    @Asks(Role.ADMIN)
    String setRoles(
            Member member,
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<String> role,
            RedirectAttributes next) {
        return told(logins.setRoles(colleague(member, id).id(), roles(role), member.actor()), next);
    }

    @PostMapping("/enterprise/company/{id}/lock")
    @Asks(Role.ADMIN)
    String lock(Member member, @PathVariable long id, RedirectAttributes next) {
        return told(logins.setLocked(colleague(member, id).id(), true, member.actor()), next);
    }

    @PostMapping("/enterprise/company/{id}/unlock")
    @Asks(Role.ADMIN)
    String unlock(Member member, @PathVariable long id, RedirectAttributes next) {
        return told(logins.setLocked(colleague(member, id).id(), false, member.actor()), next);
    }

    @PostMapping("/enterprise/company/{id}/reset")
    @Asks(Role.ADMIN)
    String reset(Member member, @PathVariable long id, RedirectAttributes next) {
        String password = logins.freshPassword();
        UserLogin user = colleague(member, id);
        if (logins.resetPassword(user.id(), password, member.actor()) instanceof Change.Done<UserLogin>) {
            next.addFlashAttribute("once", new OncePassword(user.login(), password));
        }
        return AGAIN;
    }

    /** Above which sum an order of a buyer waits for an administrator; an empty field takes the limit away. */
    @PostMapping("/enterprise/company/limit")
    @Asks(Role.ADMIN)
    ModelAndView limit(Member member, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        Typed form = new Typed(fields);
        Optional<Long> fen = form.maybeFen("limit", MOST_FEN);
        if (form.isWrong()) {
            return page(member, form, Optional.empty());
        }
        limits.set(member.company().id(), fen, member.actor());
        Flash.good(next, "ordering.done");
        return new ModelAndView(AGAIN);
    }

    private ModelAndView page(Member member, Typed form, Optional<OncePassword> once) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("members", logins.of(member.company().id()));
        shown.put("self", member.user().id());
        shown.put("limit", limits.of(member.company().id()));
        shown.put("form", form);
        shown.put("once", once);
        return new ModelAndView(pages.html("company", shown));
    }

    private UserLogin colleague(Member member, long id) {
        return logins.find(id)
                .filter(user -> user.companyId() == member.company().id())
                .orElseThrow(HallPages::notFound);
    }

    private static Set<Role> roles(List<String> named) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List.of(Role.values()).stream()
                .filter(role -> named.contains(role.name()))
                .forEach(roles::add);
        return roles;
    }

    private static String told(Change<UserLogin> change, RedirectAttributes next) {
        switch (change) {
            case Change.Done<UserLogin> done -> Flash.good(next, "ordering.done");
            case Change.Refused<UserLogin> refused -> Flash.bad(next, "party.refused." + refused.reason());
        }
        return AGAIN;
    }
}
