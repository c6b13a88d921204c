package org.omnihall.hall.access.aaa;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.omnihall.hall.database.Pulse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether the database answers, asked every second on a thread of its own, so that Status-Server tells the truth and never waits for it. */
@Component
class DatabaseHealth {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Pulse pulse;
    private final Clock clock;
    private volatile Instant lastSeen = Instant.MIN;
    private volatile boolean running;

    DatabaseHealth(Pulse pulse, Clock clock) {
        this.pulse = pulse;
        this.clock = clock;
    }

    boolean isHealthy() {
        return !lastSeen.isBefore(clock.instant().minus(FRESH));
    }

    void start() {
        running = true;
        look();
        Thread.ofVirtual().name("radius-database-health").start(() -> {
            while (running) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                if (running) {
                    look();
                }
            }
        });
    }

    void stop() {
        running = false;
    }

    private void look() {
        pulse.fault()
                .ifPresentOrElse(
                        away -> LOG.warn("the database does not answer: {}", away.toString()),
                        () -> lastSeen = clock.instant());
    }
}
