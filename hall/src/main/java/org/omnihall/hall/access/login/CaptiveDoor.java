package org.omnihall.hall.access.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.shell.OpenToAll;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The Captive Portal API (RFC 8908), at the address that DHCP or a router announces (RFC 8910): a device learns whether it is held back, where the way
 * out is, and how long it stays online. Under TLS only. A browser that is led here by mistake gets the login page.
 */
@Controller
@OpenToAll
class CaptiveDoor {

    static final MediaType TYPE = MediaType.parseMediaType("application/captive+json");

    private final Captivity captivity;
    private final Peers peers;
    private final PagesAddress address;
    private final Clock clock;
    private final MeterRegistry meters;

    CaptiveDoor(Captivity captivity, Peers peers, PagesAddress address, Clock clock, MeterRegistry meters) {
        this.captivity = captivity;
        this.peers = peers;
        this.address = address;
        this.clock = clock;
        this.meters = meters;
    }

    /** The object of RFC 8908, section 5. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Told(
            @JsonProperty("captive") boolean captive,
            @JsonProperty("user-portal-url") URI portal,
            @JsonProperty("venue-info-url") Optional<URI> venue,
            @JsonProperty("can-extend-session") Optional<Boolean> extension,
            @JsonProperty("seconds-remaining") Optional<Long> left,
            @JsonProperty("bytes-remaining") Optional<Long> octets) {

        private static Told held(URI portal) {
            return new Told(true, portal, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** A session is not made longer while it runs; who is logged out comes back by the portal. */
        private static Told free(URI portal, Captivity.Standing.Free free) {
            Optional<Long> left = free.left().map(Duration::toSeconds);
            Optional<Boolean> extension = left.or(free::octets).map(bound -> false);
            return new Told(false, portal, free.venue(), extension, left, free.octets());
        }
    }

    @GetMapping("/captive")
    ResponseEntity<?> ask(HttpServletRequest request) {
        Optional<Map<String, String>> query = Query.of(request.getParameterMap());
        if (query.isEmpty()) {
            return answered("unknown", problem(HttpStatus.BAD_REQUEST));
        }
        URI portal = address.landing(query.get());
        if (isBrowser(request)) {
            return answered(
                    "browser",
                    ResponseEntity.status(HttpStatus.SEE_OTHER).location(portal).build());
        }
        return switch (captivity.of(query.get(), peers.of(request), clock.instant())) {
            case Captivity.Standing.Held held -> answered("held", told(Told.held(portal)));
            case Captivity.Standing.Free free -> answered("free", told(Told.free(portal, free)));
            case Captivity.Standing.Unknown unknown -> answered("unknown", problem(HttpStatus.NOT_FOUND));
        };
    }

    private ResponseEntity<?> answered(String answer, ResponseEntity<?> response) {
        meters.counter("omnihall.captive.asked", "answer", answer).increment();
        return response;
    }

    private static ResponseEntity<Told> told(Told told) {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(told);
    }

    /** One for all that nobody can say, whatever the reason. */
    private static ResponseEntity<ProblemDetail> problem(HttpStatus status) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status,
                "The announced address must name an access controller as its redirect does, and devices must ask without translation.");
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .body(problem);
    }

    /** Who asks for a page and not for the API. */
    private static boolean isBrowser(HttpServletRequest request) {
        String accept =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            return wanted.contains(MediaType.TEXT_HTML)
                    && wanted.stream().noneMatch(type -> type.equalsTypeAndSubtype(TYPE));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
