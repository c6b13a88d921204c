package org.omnihall.hall.enterprise.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.PeerAddresses;
import org.omnihall.hall.enterprise.EnterpriseSettings;
import org.omnihall.hall.enterprise.ForVisitors;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.party.Area;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.OpenToAll;
import org.omnihall.hall.shell.Typed;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A company signs up: first the phone of its administrator, then its code and all the rest. What was typed is given back where it is wrong. */
@Controller
@OpenToAll
class SignUpScreen {

    private static final String BEGIN = "/enterprise/sign-up";
    private static final String COMPANY = "/enterprise/sign-up/company";

    private final PhoneCodes codes;
    private final SignUp signUp;
    private final Areas areas;
    private final Doorman doorman;
    private final Around around;

    SignUpScreen(PhoneCodes codes, SignUp signUp, Areas areas, Doorman doorman, Around around) {
        this.codes = codes;
        this.signUp = signUp;
        this.areas = areas;
        this.doorman = doorman;
        this.around = around;
    }

    /** What a page of the entry is drawn and timed with. */
    @Component
    record Around(HallPages pages, EnterpriseSettings settings, PeerAddresses peers, Clock clock) {

        Errand errand(SignUpState state, HttpServletRequest request) {
            return new Errand(state.journey(), state.phone(), peers.of(request).getHostAddress(), "/");
        }

        boolean isProved(SignUpState state) {
            return state.isProved(clock.instant(), settings.proof());
        }
    }

    @GetMapping(BEGIN)
    @ForVisitors
    ModelAndView begin() {
        return phone("", "");
    }

    /** Sends a code; a wish that comes again in the same session goes on with the same journey. */
    @PostMapping(BEGIN)
    @ForVisitors
    ModelAndView send(
            @RequestParam String phone, HttpServletRequest request, Locale language, RedirectAttributes next) {
        Optional<Msisdn> number = Msisdn.parse(phone);
        if (number.isEmpty()) {
            return phone(phone, "party.refused.BAD_NUMBER");
        }
        SignUpState state = SignUpState.of(request)
                .filter(before -> before.digits().equals(number.get().digits())
                        && before.login().isEmpty())
                .orElseGet(() -> SignUpState.begun(UUID.randomUUID(), number.get(), ""));
        Sent sent = codes.send(around.errand(state, request), language);
        if (sent == Sent.TOO_MANY) {
            return phone(phone, "enterprise.code.TOO_MANY");
        }
        state.keep(request);
        if (sent == Sent.SENT) {
            Flash.good(next, "enterprise.code.SENT");
        } else {
            Flash.bad(next, "enterprise.code." + sent);
        }
        return new ModelAndView("redirect:" + COMPANY);
    }

    @GetMapping(COMPANY)
    @ForVisitors
    ModelAndView company(HttpServletRequest request) {
        return SignUpState.of(request)
                .filter(state -> state.login().isEmpty())
                .map(state -> form(state, new Typed(Map.of())))
                .orElseGet(() -> new ModelAndView("redirect:" + BEGIN));
    }

    /** The code is asked for once: a phone that was proved stays so while the rest is put right. */
    @PostMapping(COMPANY)
    @ForVisitors
    ModelAndView apply(
            @RequestParam Map<String, String> fields, HttpServletRequest request, HttpServletResponse response) {
        Optional<SignUpState> begun =
                SignUpState.of(request).filter(state -> state.login().isEmpty());
        if (begun.isEmpty()) {
            return new ModelAndView("redirect:" + BEGIN);
        }
        Application wanted = Application.read(fields, choices().keySet());
        Optional<SignUpState> proved = proved(begun.get(), fields.getOrDefault("code", ""), wanted.form(), request);
        if (proved.isEmpty() || wanted.form().isWrong()) {
            return again(proved.orElse(begun.get()), wanted.form(), fields);
        }
        return switch (signUp.take(wanted, proved.get())) {
            case SignUp.Answer.Welcome(var user) -> {
                doorman.letIn(user, request, response);
                yield new ModelAndView("redirect:" + EnterpriseDoor.HOME + "?welcome=yes");
            }
            case SignUp.Answer.Refused(String field, String wordKey) -> {
                wanted.form().wrong(field, wordKey);
                yield again(proved.get(), wanted.form(), fields);
            }
        };
    }

    private Optional<SignUpState> proved(SignUpState state, String typed, Typed form, HttpServletRequest request) {
        if (around.isProved(state)) {
            return Optional.of(state);
        }
        Guess guess = codes.guess(around.errand(state, request), typed.strip());
        if (guess == Guess.RIGHT) {
            return Optional.of(state.provedAt(around.clock().instant()).keep(request));
        }
        form.wrong("code", "enterprise.code." + guess);
        return Optional.empty();
    }

    private ModelAndView again(SignUpState state, Typed form, Map<String, String> fields) {
        Typed shown = new Typed(Application.harmless(fields));
        form.faults().forEach(shown::wrong);
        return form(state, shown);
    }

    private ModelAndView form(SignUpState state, Typed form) {
        return new ModelAndView(around.pages()
                .html(
                        "sign-up-company",
                        Map.of(
                                "form",
                                form,
                                "phone",
                                state.phone().masked(),
                                "proved",
                                around.isProved(state),
                                "areas",
                                choices())));
    }

    private ModelAndView phone(String typed, String fault) {
        return new ModelAndView(around.pages().html("sign-up", Map.of("typed", typed, "fault", fault)));
    }

    /** The Areas in the order of the tree, those below another set in; the root, where there is no other. */
    private Map<String, String> choices() {
        List<Area> tree = areas.all();
        Map<String, String> all = new LinkedHashMap<>();
        tree.stream()
                .filter(area -> area.depth() > 0 || tree.size() == 1)
                .forEach(area -> all.put(area.path(), "　".repeat(Math.max(0, area.depth() - 1)) + area.name()));
        return all;
    }
}
