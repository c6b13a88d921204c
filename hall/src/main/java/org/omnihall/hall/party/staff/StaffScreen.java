package org.omnihall.hall.party.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator's people and their roles. A one-time password is shown on the page that follows its making, and nowhere else. */
@Controller
class StaffScreen {

    private static final String AGAIN = "redirect:/staff";
    private static final String LOGIN = "[a-z0-9][a-z0-9._-]{0,63}";

    private final Staff staff;
    private final StaffDesk desk;
    private final Roles roles;
    private final Areas areas;
    private final Pages pages;

    StaffScreen(Staff staff, StaffDesk desk, Roles roles, Areas areas, Pages pages) {
        this.staff = staff;
        this.desk = desk;
        this.roles = roles;
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping("/staff")
    @Demands(Right.STAFF_CHANGE)
    View list(Caller caller, org.springframework.ui.Model model) {
        Optional<Handover> handover =
                model.getAttribute("handover") instanceof Handover fresh ? Optional.of(fresh) : Optional.empty();
        List<StaffMember> his = staff.all().stream()
                .filter(member -> caller.covers(member.areaPath()))
                .toList();
        return pages.html(
                "party/staff",
                Map.of(
                        "staff",
                        his,
                        "roles",
                        roles.all(),
                        "areas",
                        areas.all().stream()
                                .filter(area -> caller.covers(area.path()))
                                .toList(),
                        "handover",
                        handover));
    }

    @GetMapping("/roles")
    @Demands(Right.STAFF_CHANGE)
    View roles() {
        return pages.html("party/roles", Map.of("roles", roles.all()));
    }

    @PostMapping("/staff/add")
    @Demands(Right.STAFF_CHANGE)
    String add(
            Caller caller,
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam String area,
            @RequestParam(defaultValue = "") List<String> role,
            RedirectAttributes next) {
        if (!login.matches(LOGIN) || name.isBlank() || name.length() > 100) {
            Flash.bad(next, "party.staff.refused.FORM");
        } else if (!caller.covers(area) || areas.find(area).isEmpty()) {
            throw new AccessDeniedException("outside of his Area");
        } else {
            Optional<String> password =
                    desk.add(new Staff.Draft(login, name.strip(), given(caller, role), area), caller.login());
            password.ifPresentOrElse(
                    fresh -> next.addFlashAttribute("handover", new Handover(login, fresh)),
                    () -> Flash.bad(next, "party.staff.refused.TAKEN", login));
        }
        return AGAIN;
    }

    @PostMapping("/staff/{login}/reset")
    @Demands(Right.STAFF_CHANGE)
    String reset(Caller caller, @PathVariable String login, RedirectAttributes next) {
        next.addFlashAttribute("handover", new Handover(login, desk.resetPassword(his(caller, login), caller.login())));
        return AGAIN;
    }

    @PostMapping("/staff/{login}/lock")
    @Demands(Right.STAFF_CHANGE)
    String lock(Caller caller, @PathVariable String login, RedirectAttributes next) {
        desk.lock(his(caller, login), caller.login());
        Flash.good(next, "party.staff.locked", login);
        return AGAIN;
    }

    @PostMapping("/staff/{login}/unlock")
    @Demands(Right.STAFF_CHANGE)
    String unlock(Caller caller, @PathVariable String login, RedirectAttributes next) {
        desk.unlock(his(caller, login), caller.login());
        Flash.good(next, "party.staff.unlocked", login);
        return AGAIN;
    }

    @PostMapping("/staff/{login}/roles")
    @Demands(Right.STAFF_CHANGE)
    String setRoles(
            Caller caller,
            @PathVariable String login,
            @RequestParam(defaultValue = "") List<String> role,
            RedirectAttributes next) {
        desk.setRoles(his(caller, login), given(caller, role), caller.login());
        Flash.good(next, "party.staff.changed", login);
        return AGAIN;
    }

    /** A member of his Area, and not himself: nobody locks himself out or raises himself. */
    private String his(Caller caller, String login) {
        boolean may = !login.equals(caller.login())
                && staff.find(login)
                        .filter(member -> caller.covers(member.areaPath()))
                        .isPresent();
        if (!may) {
            throw new AccessDeniedException("not his to change");
        }
        return login;
    }

    /** The roles that exist and that hold no right which the giver lacks. */
    private List<String> given(Caller caller, List<String> asked) {
        return roles.all().stream()
                .filter(role -> asked.contains(role.name()))
                .filter(role -> caller.rights().containsAll(role.rights()))
                .map(Role::name)
                .toList();
    }
}
