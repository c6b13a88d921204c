package org.omnihall.bench.ac;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.omnihall.portal.bas.BasState;
import org.omnihall.portal.bas.StopCause;

/** What a controller tells accounting of its sessions: the start, an update at each interval, the end; and whose time is up. */
final class Meter {

    private final RadiusSide radius;
    private final Clock clock;
    private final BiConsumer<Duration, Runnable> after;
    private final BiConsumer<Station, StopCause> off;

    /**
     * @param after does something later
     * @param off ends a station's session
     */
    Meter(RadiusSide radius, Clock clock, BiConsumer<Duration, Runnable> after, BiConsumer<Station, StopCause> off) {
        this.radius = radius;
        this.clock = clock;
        this.after = after;
        this.off = off;
    }

    void start(Station station, BasState.Attempt attempt) {
        Session session = radius.session(station, attempt);
        station.begin(session);
        tell(station, session, AccountingRecord.Status.START, Optional.empty());
        after.accept(session.interim(), () -> interimAgain(station, session));
        limit(station, session);
    }

    /** Ends the session when its time is up, unless it is told another time before. */
    void limit(Station station, Session session) {
        int told = station.told();
        radius.sessionTimeout(station)
                .ifPresent(time -> after.accept(time, () -> {
                    if (station.told() == told) {
                        endIfStill(station, session);
                    }
                }));
    }

    private void endIfStill(Station station, Session session) {
        if (station.session().filter(session::is).isPresent()) {
            off.accept(station, StopCause.SESSION_TIMEOUT);
        }
    }

    private void interimAgain(Station station, Session session) {
        Optional<Session> now = station.session().filter(session::is);
        if (now.isPresent()) {
            interim(station, now.get());
            after.accept(session.interim(), () -> interimAgain(station, session));
        }
    }

    void interim(Station station, Session session) {
        tell(station, session, AccountingRecord.Status.INTERIM, Optional.empty());
    }

    void stop(Station station, StopCause cause) {
        station.end().ifPresent(session -> tell(station, session, AccountingRecord.Status.STOP, Optional.of(cause)));
    }

    private void tell(Station station, Session session, AccountingRecord.Status status, Optional<StopCause> cause) {
        radius.account(station, session, session.record(status, clock.instant(), cause));
    }
}
