package org.omnihall.hall.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.attempt.Handle;
import org.omnihall.hall.access.attempt.Language;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.access.funnel.Funnel;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** From the handle in an address to the attempt it names; a handle that names none gets one clear page. */
@Component
class Visits {

    /** A live attempt that a browser acts for, what holds where it is made, and the moment of the act. */
    record Visit(Attempt attempt, Ground.Facts here, String path, Instant now) {

        Visit with(Attempt changed) {
            return new Visit(changed, here, path, now);
        }
    }

    /** What is to be done for the visit. */
    @FunctionalInterface
    interface Deed {
        void of(Visit visit) throws IOException;
    }

    private final Attempts attempts;
    private final Ground ground;
    private final Funnel funnel;
    private final LoginPages pages;
    private final Clock clock;

    Visits(Attempts attempts, Ground ground, Funnel funnel, LoginPages pages, Clock clock) {
        this.attempts = attempts;
        this.ground = ground;
        this.funnel = funnel;
        this.pages = pages;
        this.clock = clock;
    }

    void visit(String handle, HttpServletRequest request, HttpServletResponse response, Deed deed) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Attempt> attempt = Handle.parse(handle).flatMap(attempts::find);
        Optional<Ground.Facts> here = attempt.flatMap(ground::of);
        if (attempt.isEmpty() || here.isEmpty()) {
            funnel.dropped(Drop.HANDLE_UNKNOWN, now);
            over(request, response);
        } else if (attempt.get().expired(now)) {
            funnel.dropped(attempt.get().where(), Drop.HANDLE_EXPIRED, now);
            over(request, response);
        } else {
            deed.of(new Visit(attempt.get(), here.get(), "/l/" + handle, now));
        }
    }

    /** An unknown handle and an expired one look the same. */
    private void over(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language language = Language.of(Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        Sheet sheet = pages.sheet(language, "", Optional.empty());
        pages.draw(response, HttpStatus.GONE, "problem", sheet, Map.of("kind", "expired"));
    }
}
