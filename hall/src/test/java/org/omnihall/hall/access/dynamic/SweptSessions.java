package org.omnihall.hall.access.dynamic;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.aaa.SmallNas;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.audit.AuditTrail;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sweeps over the sessions at a controller of their own, and how each of them fares. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SweptSessions {

    static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
    static final Duration LEASE = Duration.ofSeconds(60);

    final Sweeps sweeps;
    final SweepTable table;
    final AuditTrail audit;
    final JdbcClient db;
    final SweptNas nas;

    SweptSessions(ApplicationContext hall, String address, String name) {
        this.sweeps = hall.getBean(Sweeps.class);
        this.table = hall.getBean(SweepTable.class);
        this.audit = hall.getBean(AuditTrail.class);
        this.db = hall.getBean(JdbcClient.class);
        SmallNas radius = new SmallNas(address, hall.getBean(RadiusListeners.class));
        this.nas = new SweptNas(radius, name, hall.getBean(ControllerRegistry.class), db);
    }

    @BeforeEach
    void answerWell() {
        nas.nas().answering(SmallNas::acknowledge);
        nas.turnAt(Instant.EPOCH);
    }

    @AfterAll
    void close() {
        nas.close();
    }

    UUID begin(Asked.Kind kind, String users) {
        return sweeps.begin(SweptNas.wish(kind, users), "test").orElseThrow();
    }

    void over(UUID sweep) {
        Eventually.holds(
                "every session was asked for",
                () -> sweeps.find(sweep).orElseThrow().state() == Sweep.State.DONE);
    }

    long count(UUID sweep, Sweep.Fate fate) {
        return sweeps.progress(sweep).of(fate);
    }
}
