package org.omnihall.hall.enterprise.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.enterprise.ForVisitors;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.UserLogin;
import org.omnihall.hall.party.UserLogins;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A new password for who forgot his: by a code to the phone of his login. Login and phone are asked for together, and whether they belong to
 * one another nobody is told: the pages go on alike, and only a pair that does gets a message.
 */
@Controller
@OpenToAll
class ForgottenScreen {

    private static final String BEGIN = "/enterprise/forgotten";
    private static final String FRESH = "/enterprise/forgotten/password";

    private final PhoneCodes codes;
    private final UserLogins logins;
    private final HallPages pages;

    ForgottenScreen(PhoneCodes codes, UserLogins logins, HallPages pages) {
        this.codes = codes;
        this.logins = logins;
        this.pages = pages;
    }

    @GetMapping(BEGIN)
    @ForVisitors
    ModelAndView begin() {
        return asked("", "", "");
    }

    @PostMapping(BEGIN)
    @ForVisitors
    ModelAndView send(
            @RequestParam String login,
            @RequestParam String phone,
            HttpServletRequest request,
            Locale language,
            RedirectAttributes next) {
        Optional<Msisdn> number = Msisdn.parse(phone);
        if (number.isEmpty()) {
            return asked(login, phone, "party.refused.BAD_NUMBER");
        }
        SignUpState state =
                SignUpState.begun(UUID.randomUUID(), number.get(), login.strip().toLowerCase(Locale.ROOT));
        if (his(state).isPresent()) {
            codes.send(errand(state, request), language);
        }
        state.keep(request);
        Flash.good(next, "enterprise.forgotten.perhaps");
        return new ModelAndView("redirect:" + FRESH);
    }

    @GetMapping(FRESH)
    @ForVisitors
    ModelAndView fresh(HttpServletRequest request) {
        return state(request).isPresent() ? fresh("", "") : new ModelAndView("redirect:" + BEGIN);
    }

    @PostMapping(FRESH)
    @ForVisitors
    ModelAndView change(
            @RequestParam String code,
            @RequestParam String fresh,
            @RequestParam String again,
            HttpServletRequest request,
            RedirectAttributes next) {
        Optional<SignUpState> state = state(request);
        if (state.isEmpty()) {
            return new ModelAndView("redirect:" + BEGIN);
        }
        if (!fresh.equals(again)) {
            return fresh("", "DIFFERENT");
        }
        Optional<UserLogin> user = his(state.get());
        Guess guess = user.isEmpty() ? Guess.WRONG : codes.guess(errand(state.get(), request), code.strip());
        if (guess != Guess.RIGHT) {
            return fresh("enterprise.code." + guess, "");
        }
        SignUpState.forget(request);
        Change<UserLogin> change = logins.setPassword(
                user.orElseThrow().id(), fresh, "user:" + state.get().login());
        if (change instanceof Change.Refused<UserLogin>) {
            Flash.bad(next, "enterprise.forgotten.weak");
            return new ModelAndView("redirect:" + BEGIN);
        }
        return new ModelAndView("redirect:" + EnterpriseDoor.SIGN_IN + "?left=yes");
    }

    private static Optional<SignUpState> state(HttpServletRequest request) {
        return SignUpState.of(request).filter(state -> !state.login().isEmpty());
    }

    private Optional<UserLogin> his(SignUpState state) {
        return logins.byLogin(state.login())
                .filter(user -> !user.locked() && user.phone().equals(state.phone()));
    }

    private ModelAndView asked(String login, String phone, String fault) {
        return new ModelAndView(pages.html("forgotten", Map.of("login", login, "phone", phone, "fault", fault)));
    }

    private ModelAndView fresh(String codeFault, String passwordFault) {
        return new ModelAndView(
                pages.html("forgotten-password", Map.of("codeFault", codeFault, "passwordFault", passwordFault)));
    }

    private static Errand errand(SignUpState state, HttpServletRequest request) {
        return new Errand(state.journey(), state.phone(), request.getRemoteAddr(), "/");
    }
}
