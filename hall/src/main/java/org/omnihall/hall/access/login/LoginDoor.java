package org.omnihall.hall.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.omnihall.hall.access.attempt.Act;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.attempt.Journey;
import org.omnihall.hall.access.attempt.Language;
import org.omnihall.hall.access.attempt.State;
import org.omnihall.hall.access.code.Pictures;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.shell.OpenToAll;
import org.omnihall.hall.shell.Pace;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of a handle. Every act answers with the way back to the handle's page, so that a reload repeats nothing. */
@Controller
@OpenToAll
@RequestMapping("/l/{handle}")
class LoginDoor {

    private final Visits visits;
    private final Attempts attempts;
    private final AskingForCode asking;
    private final GivingCode giving;
    private final Slots slots;
    private final Connection connection;
    private final Pictures pictures;
    private final Screens screens;
    private final LoginSettings settings;

    LoginDoor(
            Visits visits,
            Attempts attempts,
            AskingForCode asking,
            GivingCode giving,
            Slots slots,
            Connection connection,
            Pictures pictures,
            Screens screens,
            LoginSettings settings) {
        this.visits = visits;
        this.attempts = attempts;
        this.asking = asking;
        this.giving = giving;
        this.slots = slots;
        this.connection = connection;
        this.pictures = pictures;
        this.screens = screens;
        this.settings = settings;
    }

    @GetMapping
    void show(
            @PathVariable String handle,
            @RequestParam Optional<String> say,
            @RequestParam Optional<String> lang,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        visits.visit(handle, request, response, visit -> {
            Visits.Visit spoken = lang.flatMap(Language::named)
                    .map(language -> spoken(visit, language))
                    .orElse(visit);
            screens.show(spoken, Say.named(say), response);
        });
    }

    private Visits.Visit spoken(Visits.Visit visit, Language language) {
        attempts.speak(visit.attempt().id(), language);
        return visit.with(visit.attempt().speaking(language));
    }

    @GetMapping("/help")
    void help(@PathVariable String handle, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        visits.visit(handle, request, response, visit -> screens.help(visit, response));
    }

    @PostMapping("/number")
    void number(
            @PathVariable String handle,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String picture,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Wish wish = new Wish(number, picture, answer);
        visits.visit(handle, request, response, visit -> {
            Pace pace = Pace.begun(settings.answerAfter());
            Reply reply = asking.first(visit.attempt(), visit.here(), wish, visit.now());
            pace.await();
            answer(visit, reply, response);
        });
    }

    @PostMapping("/again")
    void again(
            @PathVariable String handle,
            @RequestParam(defaultValue = "") String picture,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Wish wish = new Wish("", picture, answer);
        visits.visit(
                handle,
                request,
                response,
                visit -> answer(visit, asking.again(visit.attempt(), visit.here(), wish, visit.now()), response));
    }

    @PostMapping("/change")
    void change(@PathVariable String handle, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        visits.visit(handle, request, response, visit -> {
            if (Journey.allows(visit.attempt(), Act.CHANGE_NUMBER, visit.now())) {
                attempts.move(visit.attempt(), new State.Asked(visit.now()), Optional.empty());
            }
            answer(visit, Reply.Show.plain(), response);
        });
    }

    @PostMapping("/code")
    void code(
            @PathVariable String handle,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        visits.visit(handle, request, response, visit -> {
            GivingCode.Given given = giving.give(visit.attempt(), visit.here(), code, visit.now());
            given.verified().ifPresent(connection::connect);
            answer(visit, given.reply(), response);
        });
    }

    /** The slot's time is over: a link that the page follows by itself, so it is a GET; its ticket works once. */
    @GetMapping("/go/{ticket}")
    void go(
            @PathVariable String handle,
            @PathVariable String ticket,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        visits.visit(handle, request, response, visit -> {
            switch (slots.leave(visit.attempt(), visit.here(), ticket, visit.now())) {
                case Slots.Left.Connecting(Attempt connecting) -> {
                    connection.connect(connecting);
                    answer(visit, Reply.Show.plain(), response);
                }
                case Slots.Left.Shown(Reply reply) -> answer(visit, reply, response);
                case Slots.Left.Refused(Drop reason) -> screens.slotRefused(visit, reason, response);
            }
        });
    }

    @PostMapping("/click")
    void click(@PathVariable String handle, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        visits.visit(handle, request, response, visit -> {
            if (Journey.allows(visit.attempt(), Act.CLICK, visit.now())) {
                slots.clicked(visit.attempt(), visit.now());
            }
            answer(visit, Reply.Show.with(Say.CLICK_NOTED), response);
        });
    }

    @PostMapping("/retry")
    void retry(@PathVariable String handle, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        visits.visit(handle, request, response, visit -> {
            connection.retry(visit.attempt(), visit.now());
            answer(visit, Reply.Show.plain(), response);
        });
    }

    @PostMapping("/logout")
    void logout(@PathVariable String handle, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        visits.visit(
                handle,
                request,
                response,
                visit -> answer(visit, connection.end(visit.attempt(), visit.now()), response));
    }

    /** The way to the operator's page; seeing it is the best proof of arrival that there is. */
    @GetMapping("/on")
    void on(@PathVariable String handle, HttpServletRequest request, HttpServletResponse response) throws IOException {
        visits.visit(handle, request, response, visit -> {
            Optional<String> destination = Destination.of(
                            visit.attempt(), visit.here().figures())
                    .filter(uri -> visit.attempt().state() instanceof State.Online)
                    .map(Object::toString);
            if (destination.isPresent()) {
                attempts.arrived(visit.attempt().id(), visit.now());
                screens.redirect(response, destination.get());
            } else {
                answer(visit, Reply.Show.plain(), response);
            }
        });
    }

    @GetMapping("/picture/{name}")
    void picture(
            @PathVariable String handle,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        visits.visit(
                handle,
                request,
                response,
                visit -> screens.picture(pictures.draw(visit.attempt().id(), name), response));
    }

    private void answer(Visits.Visit visit, Reply reply, HttpServletResponse response) throws IOException {
        switch (reply) {
            case Reply.Show(Optional<Say> say) ->
                screens.redirect(
                        response,
                        visit.path() + say.map(said -> "?say=" + said.name()).orElse(""));
            case Reply.Picture asked -> screens.withPicture(visit, asked, response);
        }
    }
}
