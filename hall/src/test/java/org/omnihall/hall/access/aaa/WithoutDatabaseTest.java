package org.omnihall.hall.access.aaa;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.aaa.AaaSettings.Away;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.access.network.Places;
import org.omnihall.hall.access.session.SessionClass;
import org.omnihall.hall.database.Pulse;
import org.springframework.beans.factory.annotation.Autowired;

/** When a policy closes or opens the doors: while the database does not answer, and not otherwise. */
@HallTest
class WithoutDatabaseTest {

    private final Places places;
    private final Figures figures;
    private final SessionClass classes;
    private final Pulse pulse;
    private final Clock clock;

    @Autowired
    WithoutDatabaseTest(Places places, Figures figures, SessionClass classes, Pulse pulse, Clock clock) {
        this.places = places;
        this.figures = figures;
        this.classes = classes;
        this.pulse = pulse;
        this.clock = clock;
    }

    private WithoutDatabase doors(Away policy, DatabaseHealth health) {
        return new WithoutDatabase(
                new AaaSettings(1, policy), health, places, figures, classes, new SimpleMeterRegistry(), clock);
    }

    @Test
    void closesOrOpensTheDoorsOnlyWhileTheDatabaseDoesNotAnswer() {
        DatabaseHealth away = new DatabaseHealth(pulse, clock);
        assertThat(doors(Away.CLOSED, away).isClosed()).isTrue();
        assertThat(doors(Away.CLOSED, away).isOpen()).isFalse();
        assertThat(doors(Away.OPEN, away).isOpen()).isTrue();
        assertThat(doors(Away.OPEN, away).isClosed()).isFalse();
        assertThat(doors(Away.KNOWN, away).isOpen()).isFalse();
        assertThat(doors(Away.KNOWN, away).isClosed()).isFalse();
        DatabaseHealth there = new DatabaseHealth(pulse, clock);
        there.start();
        there.stop();
        assertThat(doors(Away.CLOSED, there).isClosed()).isFalse();
        assertThat(doors(Away.OPEN, there).isOpen()).isFalse();
    }
}
