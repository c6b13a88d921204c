package org.omnihall.hall.party.staff;

import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.OpenToAll;
import org.omnihall.hall.shell.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** The sign-in page, and the page on which one changes one's own password. */
@Controller
class SignInScreen {

    private final StaffDesk desk;
    private final Pages pages;

    SignInScreen(StaffDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/sign-in")
    @OpenToAll
    View signIn(@RequestParam Optional<String> refused, @RequestParam Optional<String> left) {
        return pages.html("party/sign-in", Map.of("refused", refused.isPresent(), "left", left.isPresent()));
    }

    @GetMapping("/password")
    @Demands({})
    View password() {
        return pages.html("party/password", Map.of("fault", ""));
    }

    @PostMapping("/password")
    @Demands({})
    ModelAndView change(
            Caller caller, @RequestParam String old, @RequestParam String fresh, @RequestParam String again) {
        if (!fresh.equals(again)) {
            return again("DIFFERENT");
        }
        return desk.changeOwnPassword(caller.login(), old, fresh)
                .map(this::again)
                .orElseGet(() -> new ModelAndView("redirect:/sign-in?left=yes"));
    }

    private ModelAndView again(String fault) {
        return new ModelAndView(pages.html("party/password", Map.of("fault", fault)));
    }
}
