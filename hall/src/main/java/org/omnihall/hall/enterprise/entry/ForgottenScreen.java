package org.omnihall.hall.enterprise.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.enterprise.ForVisitors;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.UserLogin;
import org.omnihall.hall.party.UserLogins;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.OpenToAll;
import org.omnihall.hall.shell.Pace;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A new password for who forgot his: by a code to the phone of his login. Login and phone are asked for together, and whether they belong to
 * one another nobody is told: the pages go on alike, in the same time and with the same word for every code that is not his, and only a pair
 * that does gets a message. A right code is taken once, and counts for as long as a proof does.
 */
@Controller
@OpenToAll
class ForgottenScreen {

    private static final String BEGIN = "/enterprise/forgotten";
    private static final String FRESH = "/enterprise/forgotten/password";

    private final PhoneCodes codes;
    private final UserLogins logins;
    private final SignUpScreen.Around around;

    ForgottenScreen(PhoneCodes codes, UserLogins logins, SignUpScreen.Around around) {
        this.codes = codes;
        this.logins = logins;
        this.around = around;
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
        Pace pace = Pace.begun(around.settings().answerAfter());
        SignUpState state =
                SignUpState.begun(UUID.randomUUID(), number.get(), login.strip().toLowerCase(Locale.ROOT));
        if (his(state).isPresent()) {
            codes.send(around.errand(state, request), language);
        }
        pace.await();
        state.keep(request);
        Flash.good(next, "enterprise.forgotten.perhaps");
        return new ModelAndView("redirect:" + FRESH);
    }

    @GetMapping(FRESH)
    @ForVisitors
    ModelAndView fresh(HttpServletRequest request) {
        return state(request).map(state -> fresh(state, "", "")).orElseGet(() -> new ModelAndView("redirect:" + BEGIN));
    }

    @PostMapping(FRESH)
    @ForVisitors
    ModelAndView change(
            @RequestParam(defaultValue = "") String code,
            @RequestParam String fresh,
            @RequestParam String again,
            HttpServletRequest request) {
        Optional<SignUpState> begun = state(request);
        if (begun.isEmpty()) {
            return new ModelAndView("redirect:" + BEGIN);
        }
        if (!fresh.equals(again)) {
            return fresh(begun.get(), "", "DIFFERENT");
        }
        Pace pace = Pace.begun(around.settings().answerAfter());
        Optional<UserLogin> user = his(begun.get()).filter(one -> isProved(begun.get(), code, request));
        pace.await();
        if (user.isEmpty()) {
            return fresh(begun.get(), "enterprise.forgotten.wrong", "");
        }
        UserLogin found = user.get();
        return switch (logins.setPassword(found.id(), fresh, "user:" + found.login())) {
            case Change.Done<UserLogin> done -> {
                SignUpState.forget(request);
                yield new ModelAndView("redirect:" + EnterpriseDoor.SIGN_IN + "?left=yes");
            }
            case Change.Refused<UserLogin> no ->
                no.reason() == Change.Reason.WEAK_PASSWORD
                        ? fresh(state(request).orElse(begun.get()), "", "WEAK")
                        : new ModelAndView("redirect:" + BEGIN);
        };
    }

    private boolean isProved(SignUpState state, String typed, HttpServletRequest request) {
        if (around.isProved(state)) {
            return true;
        }
        boolean right = codes.guess(around.errand(state, request), typed.strip()) == Guess.RIGHT;
        if (right) {
            state.provedAt(around.clock().instant()).keep(request);
        }
        return right;
    }

    private static Optional<SignUpState> state(HttpServletRequest request) {
        return SignUpState.of(request).filter(state -> !state.login().isEmpty());
    }

    private Optional<UserLogin> his(SignUpState state) {
        return logins.byLogin(state.login())
                .filter(user -> !user.locked() && user.phone().equals(state.phone()));
    }

    private ModelAndView asked(String login, String phone, String fault) {
        return new ModelAndView(
                around.pages().html("forgotten", Map.of("login", login, "phone", phone, "fault", fault)));
    }

    private ModelAndView fresh(SignUpState state, String codeFault, String passwordFault) {
        return new ModelAndView(around.pages()
                .html(
                        "forgotten-password",
                        Map.of(
                                "proved",
                                around.isProved(state),
                                "codeFault",
                                codeFault,
                                "passwordFault",
                                passwordFault)));
    }
}
