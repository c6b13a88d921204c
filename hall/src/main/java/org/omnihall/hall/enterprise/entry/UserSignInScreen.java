package org.omnihall.hall.enterprise.entry;

import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.enterprise.Asks;
import org.omnihall.hall.enterprise.ForVisitors;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.UserLogin;
import org.omnihall.hall.party.UserLogins;
import org.omnihall.hall.shell.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** The sign-in page of the enterprise hall, and the page on which one changes one's own password. */
@Controller
@OpenToAll
class UserSignInScreen {

    private final UserLogins logins;
    private final HallPages pages;

    UserSignInScreen(UserLogins logins, HallPages pages) {
        this.logins = logins;
        this.pages = pages;
    }

    @GetMapping(EnterpriseDoor.SIGN_IN)
    @ForVisitors
    View signIn(@RequestParam Optional<String> refused, @RequestParam Optional<String> left) {
        return pages.html("sign-in", Map.of("refused", refused.isPresent(), "left", left.isPresent()));
    }

    @GetMapping(EnterpriseDoor.PASSWORD)
    @Asks({})
    View password(Member member) {
        return page(member, "");
    }

    @PostMapping(EnterpriseDoor.PASSWORD)
    @Asks({})
    ModelAndView change(
            Member member, @RequestParam String old, @RequestParam String fresh, @RequestParam String again) {
        if (!fresh.equals(again)) {
            return again(member, "DIFFERENT");
        }
        if (logins.check(member.user().login(), old).isEmpty()) {
            return again(member, "WRONG");
        }
        if (fresh.equals(old)) {
            return again(member, "SAME");
        }
        return switch (logins.setPassword(member.user().id(), fresh, member.actor())) {
            case Change.Done<UserLogin> done -> new ModelAndView("redirect:" + EnterpriseDoor.SIGN_IN + "?left=yes");
            case Change.Refused<UserLogin> weak -> again(member, "WEAK");
        };
    }

    private ModelAndView again(Member member, String fault) {
        return new ModelAndView(page(member, fault));
    }

    private View page(Member member, String fault) {
        return pages.html("password", Map.of("due", member.user().mustChange(), "fault", fault));
    }
}
