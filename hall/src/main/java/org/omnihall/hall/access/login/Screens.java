package org.omnihall.hall.access.login;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.Journey;
import org.omnihall.hall.access.attempt.Language;
import org.omnihall.hall.access.attempt.View;
import org.omnihall.hall.access.code.Pictures;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.access.funnel.Funnel;
import org.omnihall.hall.access.funnel.Step;
import org.omnihall.hall.access.look.Looks;
import org.omnihall.octets.Octets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Which template a view is, and what the template is told. */
@Component
class Screens {

    private static final long PAUSE_BEFORE_LEAVING = 4;
    private static final long CONNECTING_TURNS = 2;

    private final LoginPages pages;
    private final Looks looks;
    private final CodeHints codeHints;
    private final Slots slots;
    private final Connection connection;
    private final Pictures pictures;
    private final Funnel funnel;

    Screens(
            PageDrawing drawing,
            CodeHints codeHints,
            Slots slots,
            Connection connection,
            Pictures pictures,
            Funnel funnel) {
        this.pages = drawing.pages();
        this.looks = drawing.looks();
        this.codeHints = codeHints;
        this.slots = slots;
        this.connection = connection;
        this.pictures = pictures;
        this.funnel = funnel;
    }

    /** What pages are drawn with: the templates, and what owners of Venues make of them. */
    @Component
    record PageDrawing(LoginPages pages, Looks looks) {}

    /** The page that the handle shows now. */
    void show(Visits.Visit visit, Optional<Say> say, HttpServletResponse response) throws IOException {
        Attempt attempt = connection.truth(slots.seen(visit.attempt(), visit.here(), visit.now()), visit.now());
        Visits.Visit now = visit.with(attempt);
        funnel.reached(attempt.where(), Step.PAGE_SHOWN, visit.now());
        Sheet sheet = sheet(now, say);
        switch (Journey.view(attempt, visit.now(), visit.here().slot())) {
            case View.NumberForm form -> number(now, sheet, Optional.empty(), "", response);
            case View.CodeForm form -> code(now, sheet, Optional.empty(), response);
            case View.Refusal refusal -> draw(response, "refusal", sheet, Map.of());
            case View.SlotPage(Duration left) -> slot(now, sheet, left, response);
            case View.ConnectingPage connecting ->
                draw(response, "connecting", sheet.turning(CONNECTING_TURNS, visit.path()), Map.of());
            case View.Success success -> success(now, sheet, response);
            case View.Failure(Drop reason) -> draw(response, "failure", sheet, Map.of("reason", reason.name()));
            case View.Goodbye goodbye -> draw(response, "goodbye", sheet, Map.of());
            case View.Expired expired ->
                pages.draw(response, HttpStatus.GONE, "problem", sheet, Map.of("kind", "expired"));
        }
    }

    /** The form that was just sent, again, with a picture to be read. */
    void withPicture(Visits.Visit visit, Reply.Picture asked, HttpServletResponse response) throws IOException {
        Sheet sheet = sheet(visit, Optional.of(asked.say()));
        Optional<String> picture = Optional.of(pictures.ask(visit.attempt().id(), visit.now()));
        if (Journey.view(visit.attempt(), visit.now(), visit.here().slot()) instanceof View.CodeForm) {
            code(visit, sheet, picture, response);
        } else {
            number(visit, sheet, picture, asked.typed(), response);
        }
    }

    void help(Visits.Visit visit, HttpServletResponse response) throws IOException {
        draw(response, "help", sheet(visit, Optional.empty()), Map.of());
    }

    /** A call that came before the slot's time, or with a ticket that is not ours. */
    void slotRefused(Visits.Visit visit, Drop reason, HttpServletResponse response) throws IOException {
        Sheet sheet = sheet(visit, Optional.empty());
        String kind = reason == Drop.SLOT_EARLY ? "early" : "forged";
        pages.draw(response, HttpStatus.FORBIDDEN, "problem", sheet, Map.of("kind", kind));
    }

    void redirect(HttpServletResponse response, String to) {
        pages.headers(response);
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, to);
    }

    void picture(Optional<Octets> png, HttpServletResponse response) throws IOException {
        pages.headers(response);
        if (png.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return;
        }
        response.setContentType("image/png");
        response.setContentLength(png.get().length());
        response.getOutputStream().write(png.get().toBytes());
    }

    private Sheet sheet(Visits.Visit visit, Optional<Say> say) {
        Language language = visit.attempt().language();
        Sheet sheet = pages.sheet(language, visit.path(), say);
        return visit.here()
                .place()
                .ssidAtVenueId()
                .flatMap(looks::shown)
                .map(look -> sheet.branded(
                        Brand.of(look, language, look.logo().map(name -> "/pages/logo/" + name + ".png"))))
                .orElse(sheet);
    }

    private void number(
            Visits.Visit visit, Sheet sheet, Optional<String> picture, String typed, HttpServletResponse response)
            throws IOException {
        Map<String, Object> more = new HashMap<>();
        more.put("typed", typed);
        more.put("picture", picture.orElse(""));
        more.put("venue", visit.here().place().venueName());
        more.put("consent", visit.here().figures().consentVersion());
        draw(response, "number", sheet, more);
    }

    private void code(Visits.Visit visit, Sheet sheet, Optional<String> picture, HttpServletResponse response)
            throws IOException {
        CodeHint hint = codeHints.of(visit);
        Map<String, Object> more = new HashMap<>();
        more.put("hint", hint);
        more.put("picture", picture.orElse(""));
        draw(response, "code", sheet, more);
    }

    private void slot(Visits.Visit visit, Sheet sheet, Duration left, HttpServletResponse response) throws IOException {
        String ticket = slots.ticket(visit.attempt());
        String next = visit.path() + "/go/" + ticket;
        long seconds = left.toSeconds() + (left.toNanosPart() > 0 ? 1 : 0);
        Map<String, Object> more = new HashMap<>();
        more.put("item", slots.shown(visit.attempt(), visit.now()));
        more.put("seconds", seconds);
        more.put("total", visit.here().slot().shortest().toSeconds());
        more.put("clicked", visit.attempt().clicked());
        more.put("next", next);
        draw(response, "slot", sheet.turning(seconds, next), more);
    }

    private void success(Visits.Visit visit, Sheet sheet, HttpServletResponse response) throws IOException {
        Optional<URI> destination = Destination.of(visit.attempt(), visit.here().figures());
        Sheet turning = destination.isPresent() && sheet.say().isEmpty()
                ? sheet.turning(PAUSE_BEFORE_LEAVING, visit.path() + "/on")
                : sheet;
        Map<String, Object> more = Map.of(
                "ssid", visit.attempt().spot().ssid(),
                "destination", destination.map(URI::getHost).orElse(""));
        draw(response, "success", turning, more);
    }

    private void draw(HttpServletResponse response, String template, Sheet sheet, Map<String, ?> more)
            throws IOException {
        pages.draw(response, HttpStatus.OK, template, sheet, more);
    }
}
