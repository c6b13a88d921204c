package org.omnihall.hall.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.attempt.Language;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.shell.OpenToAll;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where access controllers redirect browsers to, in plain HTTP; the answer is the way to the pages under TLS (rule 4). */
@Controller
@OpenToAll
class LandingDoor {

    private final Landing landing;
    private final Peers peers;
    private final LoginPages pages;
    private final PagesAddress address;
    private final Clock clock;

    LandingDoor(Landing landing, Peers peers, LoginPages pages, PagesAddress address, Clock clock) {
        this.landing = landing;
        this.peers = peers;
        this.pages = pages;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping("/landing")
    void land(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> acceptLanguage = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Landing.Visit visit = new Landing.Visit(
                Query.of(request.getParameterMap()),
                peers.of(request),
                acceptLanguage,
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)));
        switch (landing.land(visit, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
            case Landing.Landed.Go go -> {
                pages.headers(response);
                response.setStatus(HttpStatus.SEE_OTHER.value());
                response.setHeader(HttpHeaders.LOCATION, address.of(go.handle()));
            }
            case Landing.Landed.Stop(Drop reason) -> problem(response, Language.of(acceptLanguage), reason);
        }
    }

    /** One page for all forged or unknown redirects; which it was stands in the funnel. */
    private void problem(HttpServletResponse response, Language language, Drop reason) throws IOException {
        Sheet sheet = pages.sheet(language, "", Optional.empty());
        String kind = reason == Drop.LIMIT_LANDING ? "busy" : "landing";
        pages.draw(response, status(reason), "problem", sheet, Map.of("kind", kind));
    }

    private static HttpStatus status(Drop reason) {
        if (reason == Drop.LIMIT_LANDING) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        return reason == Drop.PARAMETERS_UNREADABLE ? HttpStatus.BAD_REQUEST : HttpStatus.FORBIDDEN;
    }
}
