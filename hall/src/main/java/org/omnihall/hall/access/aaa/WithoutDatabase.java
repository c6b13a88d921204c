package org.omnihall.hall.access.aaa;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.access.network.Place;
import org.omnihall.hall.access.network.Places;
import org.omnihall.hall.access.session.SessionClass;
import org.omnihall.hall.access.terms.SessionTerms;
import org.omnihall.hall.database.MomentId;
import org.springframework.stereotype.Component;

/** Who comes in while the database is away, by the operator's policy (requirement A9). */
@Component
class WithoutDatabase {

    /** Who was not proved has to come again when there may be a database. */
    static final Duration UNPROVED = Duration.ofMinutes(15);

    private final AaaSettings knobs;
    private final DatabaseHealth health;
    private final Places places;
    private final Figures figures;
    private final SessionClass classes;
    private final MeterRegistry meters;
    private final Clock clock;

    WithoutDatabase(
            AaaSettings knobs,
            DatabaseHealth health,
            Places places,
            Figures figures,
            SessionClass classes,
            MeterRegistry meters,
            Clock clock) {
        this.knobs = knobs;
        this.health = health;
        this.places = places;
        this.figures = figures;
        this.classes = classes;
        this.meters = meters;
        this.clock = clock;
    }

    /** Whether the database has not answered for some seconds. */
    boolean isAway() {
        return !health.isHealthy();
    }

    /** Whether nobody at all comes in now. */
    boolean isClosed() {
        return knobs.away() == AaaSettings.Away.CLOSED && isAway();
    }

    /** Whether those come in now whom this node does not know; to look for them would take longer than their controllers wait. */
    boolean isOpen() {
        return knobs.away() == AaaSettings.Away.OPEN && isAway();
    }

    /** The decision on somebody who could not be looked up. */
    Decision unknown(Asked asked, Silence why) {
        return isOpen() && canBeTold(asked.credential()) ? unproved(asked) : new Decision.Silent(why);
    }

    /** MS-CHAPv2 wants our own proof of the password, which nobody has; EAP proves itself or not. */
    private static boolean canBeTold(Credential credential) {
        return switch (credential) {
            case Credential.Password _, Credential.ChapAnswer _ -> true;
            case Credential.MsChapAnswer _, Credential.None _ -> false;
        };
    }

    private Decision unproved(Asked asked) {
        meters.counter(
                        "omnihall.radius.access.unproved",
                        "nas",
                        asked.controller().name())
                .increment();
        Instant now = clock.instant();
        Place place = places.at(
                asked.controller(),
                asked.called().ssid().orElse(""),
                asked.called().ap());
        SessionTerms terms =
                SessionTerms.of(place.profile(), figures.at(place).interim(), Optional.of(now.plus(UNPROVED)), now);
        SessionClass.Handle handle = new SessionClass.Handle(MomentId.at(now), asked.mac(), Optional.empty());
        return new Decision.Admit(handle.journey(), terms, classes.of(handle), Optional.empty(), List.of());
    }
}
