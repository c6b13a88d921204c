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
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.aaa.SmallNas;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.access.session.OpenSessions;
import org.omnihall.hall.access.watch.PacketCounts;
import org.omnihall.hall.access.watch.PacketTap;
import org.omnihall.radius.AttributeTypes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A sweep over several nodes: the rate of all of them together, and one that dies or stops in the middle. */
@HallTest
class SweepRestartTest extends SweptSessions {

    private final ApplicationContext hall;

    @Autowired
    SweepRestartTest(ApplicationContext hall) {
        super(hall, "127.0.13.7", "sweep-2");
        this.hall = hall;
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
