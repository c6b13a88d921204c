package org.omnihall.hall.access.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.aaa.SmallNas;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.access.session.OpenSessions;
import org.omnihall.hall.access.watch.PacketCounts;
import org.omnihall.hall.access.watch.PacketTap;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.radius.AttributeTypes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sweep over several nodes: the rate of all of them together, and one that dies or stops in the middle. */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepRestartTest {

    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final ApplicationContext hall;
    private final Sweeps sweeps;
    private final SweepTable table;
    private final AuditTrail audit;
    private final JdbcClient db;
    private final SweptNas nas;

    @Autowired
    SweepRestartTest(
            RadiusListeners radius,
            ApplicationContext hall,
            ControllerRegistry registry,
            Sweeps sweeps,
            SweepTable table,
            AuditTrail audit,
            JdbcClient db) {
        this.hall = hall;
        this.sweeps = sweeps;
        this.table = table;
        this.audit = audit;
        this.db = db;
        this.nas = new SweptNas(new SmallNas("127.0.13.7", radius), "sweep-2", registry, db);
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

    private UUID begin(Asked.Kind kind, String users) {
        return sweeps.begin(SweptNas.wish(kind, users), "test").orElseThrow();
    }

    private void over(UUID sweep) {
        Eventually.holds(
                "every session was asked for",
                () -> sweeps.find(sweep).orElseThrow().state() == Sweep.State.DONE);
    }

    private long count(UUID sweep, Sweep.Fate fate) {
        return sweeps.progress(sweep).of(fate);
    }

    @Test
    void asksNoControllerForMoreThanItsRateInASecondFromAllNodesTogether() {
        nas.turnAt(FAR);
        nas.online("sweep-rate", 5);
        begin(Asked.Kind.CHANGE, "sweep-rate");
        assertThat(table.take(nas.id(), 2, FAR.minusMillis(1), LEASE)).isEmpty();
        assertThat(table.take(nas.id(), 2, FAR, LEASE)).hasSize(2);
        assertThat(table.take(nas.id(), 2, FAR.plusMillis(999), LEASE)).isEmpty();
        assertThat(table.take(nas.id(), 2, FAR.plusSeconds(1), LEASE)).hasSize(2);
        assertThat(table.take(nas.id(), 2, FAR.plusSeconds(2), LEASE)).hasSize(1);
        assertThat(table.take(nas.id(), 2, FAR.plusSeconds(3), LEASE)).isEmpty();
        assertThat(table.take(nas.id(), 9, FAR.plus(LEASE).plusSeconds(4), LEASE))
                .as("what a dead node had taken is due again")
                .hasSize(5);
        stopAll();
    }

    @Test
    void anotherNodeGoesOnWhereOneDied() {
        nas.turnAt(FAR);
        nas.online("sweep-died", 6);
        UUID sweep = begin(Asked.Kind.CHANGE, "sweep-died");
        assertThat(table.take(nas.id(), 4, FAR, LEASE)).hasSize(4);
        assertThat(sweeps.find(sweep).orElseThrow().state()).isEqualTo(Sweep.State.RUNNING);
        nas.turnAt(Instant.EPOCH);
        Eventually.holds("the other two are asked for", () -> count(sweep, Sweep.Fate.ACKNOWLEDGED) == 2);
        assertThat(count(sweep, Sweep.Fate.WAITING)).isEqualTo(4);
        db.sql("update access.sweep_session set taken_until = ? where sweep_id = ? and state = 'TAKEN'")
                .params(Instant.EPOCH.atOffset(ZoneOffset.UTC), sweep)
                .update();
        over(sweep);
        assertThat(count(sweep, Sweep.Fate.ACKNOWLEDGED)).isEqualTo(6);
    }

    @Test
    void asksAgainForWhatANodeHadSentWhenItStopped() {
        nas.turnAt(FAR);
        nas.online("sweep-restart", 5);
        nas.nas().answering(request -> Optional.empty());
        UUID sweep = begin(Asked.Kind.CHANGE, "sweep-restart");
        Node node = node();
        node.runner().look();
        Set<String> sent = sessions(5);
        assertThat(sent).hasSize(5);
        node.stop();
        assertThat(count(sweep, Sweep.Fate.SENT)).isEqualTo(5);
        nas.nas().answering(SmallNas::acknowledge);
        db.sql("update access.sweep_session set taken_until = ? where sweep_id = ?")
                .params(Instant.EPOCH.atOffset(ZoneOffset.UTC), sweep)
                .update();
        nas.turnAt(Instant.EPOCH);
        over(sweep);
        assertThat(count(sweep, Sweep.Fate.ACKNOWLEDGED)).isEqualTo(5);
        assertThat(sessions(5)).isEqualTo(sent);
        assertThat(db.sql("select count(*) from access.change_request c join access.sweep_session s"
                                + " on s.session_id = c.session_id where s.sweep_id = ? and c.state = 'SENT'")
                        .param(sweep)
                        .query(Long.class)
                        .single())
                .as("what the stopped node had asked stays written, to be no answer at its deadline")
                .isEqualTo(5);
    }

    private Set<String> sessions(int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> nas.nas()
                        .nextDisconnect()
                        .text(AttributeTypes.ACCT_SESSION_ID)
                        .orElseThrow())
                .collect(Collectors.toSet());
    }

    /** A node beside the one that the test runs in; its day is a later one, so that it alone gets a turn that is {@link #FAR} away. */
    private record Node(DynamicClient client, Changes changes, SweepRunner runner) {

        /** In the order in which the hall does: whoever waits for an answer before whoever would get it. */
        void stop() {
            runner.destroy();
            changes.destroy();
            client.destroy();
        }
    }

    private Node node() {
        DynamicClient client = new DynamicClient(bean(PacketTap.class), bean(PacketCounts.class));
        Clock later = Clock.fixed(FAR, ZoneOffset.UTC);
        ObjectProvider<PortalLogout> portal = hall.getBeanProvider(PortalLogout.class);
        Disconnects ends = new Disconnects(
                db,
                bean(AccessControllers.class),
                bean(OpenSessions.class),
                bean(Figures.class),
                client,
                portal,
                audit,
                later);
        Changes changes = new Changes(
                bean(AccessControllers.class),
                bean(CurrentTerms.class),
                bean(ChangeRequests.class),
                ends,
                client,
                bean(Figures.class),
                audit,
                later);
        DynamicSettings settings = new DynamicSettings(20, LEASE, 100, Duration.ofDays(190));
        return new Node(
                client, changes, new SweepRunner(table, bean(OpenSessions.class), changes, ends, settings, later));
    }

    private <T> T bean(Class<T> type) {
        return hall.getBean(type);
    }

    private void stopAll() {
        db.sql("select id from access.sweep where state = 'RUNNING'")
                .query(UUID.class)
                .list()
                .forEach(sweep -> sweeps.stop(sweep, "test"));
    }
}
