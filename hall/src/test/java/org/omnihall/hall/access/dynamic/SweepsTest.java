package org.omnihall.hall.access.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.aaa.SmallNas;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.access.session.OpenSessions;
import org.omnihall.hall.access.session.SessionFilter;
import org.omnihall.hall.access.watch.PacketCounts;
import org.omnihall.hall.access.watch.PacketTap;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.shell.Paging;
import org.omnihall.octets.MacAddress;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many sessions at once: the rate, the stop, a node that dies in the middle, and what every failure says. */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepsTest {

    private static final int START = 1;
    private static final int STOP = 2;
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final ControllerRegistry registry;
    private final Sweeps sweeps;
    private final SweepTable table;
    private final SweepReport report;
    private final AuditTrail audit;
    private final ApplicationContext hall;
    private final JdbcClient db;
    private final SmallNas nas;
    private Optional<AccessController> controller = Optional.empty();
    private long nextMac = 0x0211_2235_7000L;

    @Autowired
    SweepsTest(
            RadiusListeners radius,
            ApplicationContext hall,
            ControllerRegistry registry,
            Sweeps sweeps,
            SweepTable table,
            SweepReport report,
            AuditTrail audit,
            JdbcClient db) {
        this.registry = registry;
        this.sweeps = sweeps;
        this.table = table;
        this.report = report;
        this.audit = audit;
        this.hall = hall;
        this.db = db;
        this.nas = new SmallNas("127.0.13.6", radius);
    }

    @BeforeAll
    void register() {
        controller = Optional.of(nas.register(registry, "sweep-1"));
    }

    @BeforeEach
    void answerWell() {
        nas.answering(SmallNas::acknowledge);
        turnAt(Instant.EPOCH);
    }

    @AfterAll
    void close() {
        nas.close();
    }

    private void turnAt(Instant moment) {
        db.sql("insert into access.sweep_turn (controller_id, next_at) values (?, ?)"
                        + " on conflict (controller_id) do update set next_at = excluded.next_at")
                .params(id(), moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private long id() {
        return controller.orElseThrow().id();
    }

    private List<MacAddress> online(String users, int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> {
                    MacAddress mac = new MacAddress(nextMac++);
                    account(START, users, mac);
                    return mac;
                })
                .toList();
    }

    private void account(int status, String user, MacAddress mac) {
        nas.ask(nas.accounting(status, user + "-" + mac.bits(), mac)
                .text(AttributeTypes.USER_NAME, user)
                .build());
    }

    private static Sweeps.Wish wish(Asked.Kind kind, String users) {
        SessionFilter all = SessionFilter.all("/zj/hz/");
        return new Sweeps.Wish(
                kind,
                new SessionFilter(
                        all.areaPath(),
                        all.subscriber(),
                        Optional.of(users),
                        all.mac(),
                        all.controllers(),
                        all.venues(),
                        all.ssid(),
                        all.profile(),
                        all.from(),
                        all.until()),
                users);
    }

    private UUID begin(Asked.Kind kind, String users) {
        return sweeps.begin(wish(kind, users), "test").orElseThrow();
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
    void asksForEverySessionOnceAndSeesTheirEnds() {
        List<MacAddress> phones = online("sweep-end", 25);
        UUID sweep = begin(Asked.Kind.END, "sweep-end");
        over(sweep);
        assertThat(sweeps.find(sweep).orElseThrow().sessions()).isEqualTo(25);
        assertThat(count(sweep, Sweep.Fate.ACKNOWLEDGED)).isEqualTo(25);
        List<String> asked = new ArrayList<>();
        phones.forEach(phone -> {
            Packet request = nas.nextDisconnect();
            assertThat(request.code()).isEqualTo(Code.DISCONNECT_REQUEST);
            asked.add(request.text(AttributeTypes.ACCT_SESSION_ID).orElseThrow());
        });
        assertThat(asked).doesNotHaveDuplicates();
        phones.forEach(phone -> account(STOP, "sweep-end", phone));
        assertThat(count(sweep, Sweep.Fate.DONE)).isEqualTo(25);
        assertThat(acts("sweep:" + sweep)).containsExactly("sweep.end");
    }

    @Test
    void asksNoControllerForMoreThanItsRateInASecondFromAllNodesTogether() {
        turnAt(FAR);
        online("sweep-rate", 5);
        begin(Asked.Kind.CHANGE, "sweep-rate");
        assertThat(table.take(id(), 2, FAR.minusMillis(1), LEASE)).isEmpty();
        assertThat(table.take(id(), 2, FAR, LEASE)).hasSize(2);
        assertThat(table.take(id(), 2, FAR.plusMillis(999), LEASE)).isEmpty();
        assertThat(table.take(id(), 2, FAR.plusSeconds(1), LEASE)).hasSize(2);
        assertThat(table.take(id(), 2, FAR.plusSeconds(2), LEASE)).hasSize(1);
        assertThat(table.take(id(), 2, FAR.plusSeconds(3), LEASE)).isEmpty();
        assertThat(table.take(id(), 9, FAR.plus(LEASE).plusSeconds(4), LEASE))
                .as("what a dead node had taken is due again")
                .hasSize(5);
        stopAll();
    }

    @Test
    void anotherNodeGoesOnWhereOneDied() {
        turnAt(FAR);
        online("sweep-died", 6);
        UUID sweep = begin(Asked.Kind.CHANGE, "sweep-died");
        assertThat(table.take(id(), 4, FAR, LEASE)).hasSize(4);
        assertThat(sweeps.find(sweep).orElseThrow().state()).isEqualTo(Sweep.State.RUNNING);
        turnAt(Instant.EPOCH);
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
        turnAt(FAR);
        online("sweep-restart", 5);
        nas.answering(request -> Optional.empty());
        UUID sweep = begin(Asked.Kind.CHANGE, "sweep-restart");
        Node node = node();
        node.runner().look();
        Set<String> sent = sessions(5);
        assertThat(sent).hasSize(5);
        node.stop();
        assertThat(count(sweep, Sweep.Fate.SENT)).isEqualTo(5);
        nas.answering(SmallNas::acknowledge);
        db.sql("update access.sweep_session set taken_until = ? where sweep_id = ?")
                .params(Instant.EPOCH.atOffset(ZoneOffset.UTC), sweep)
                .update();
        turnAt(Instant.EPOCH);
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
                .mapToObj(n -> nas.nextDisconnect()
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
        DynamicSettings settings = new DynamicSettings(20, LEASE, 100);
        return new Node(
                client, changes, new SweepRunner(table, bean(OpenSessions.class), changes, ends, settings, later));
    }

    private <T> T bean(Class<T> type) {
        return hall.getBean(type);
    }

    @Test
    void stopsBeforeWhatWasNotAskedYet() {
        turnAt(FAR);
        online("sweep-stop", 3);
        UUID sweep = begin(Asked.Kind.END, "sweep-stop");
        sweeps.stop(sweep, "somebody");
        turnAt(Instant.EPOCH);
        assertThat(table.turns(Instant.now(), 500)).doesNotContain(id());
        assertThat(table.take(id(), 9, Instant.now(), LEASE)).isEmpty();
        assertThat(sweeps.find(sweep).orElseThrow().stoppedBy()).contains("somebody");
        assertThat(count(sweep, Sweep.Fate.WAITING)).isEqualTo(3);
        sweeps.stop(sweep, "again");
        assertThat(acts("sweep:" + sweep)).containsExactly("sweep.end", "sweep.stop");
    }

    @Test
    void namesTheCauseOfEveryFailure() {
        List<MacAddress> phones = online("sweep-nak", 3);
        String odd = "sweep-nak-" + phones.getFirst().bits();
        nas.answering(request -> Optional.of(request.reply(Code.COA_NAK)
                .integer(
                        AttributeTypes.ERROR_CAUSE,
                        request.text(AttributeTypes.ACCT_SESSION_ID)
                                        .filter(odd::equals)
                                        .isPresent()
                                ? 503
                                : 401)
                .build()));
        UUID sweep = begin(Asked.Kind.CHANGE, "sweep-nak");
        over(sweep);
        assertThat(count(sweep, Sweep.Fate.REFUSED)).isEqualTo(3);
        assertThat(report.causes(sweep))
                .containsExactly(
                        new SweepReport.Cause(OptionalInt.of(401), 2), new SweepReport.Cause(OptionalInt.of(503), 1));
        assertThat(sweeps.failures(sweep, Paging.first()).rows())
                .hasSize(3)
                .allMatch(failure -> failure.user().equals(Optional.of("sweep-nak")))
                .extracting(failure -> failure.errorCause().getAsInt())
                .containsExactlyInAnyOrder(401, 401, 503);
    }

    @Test
    void listsWhomNobodyAnsweredFor() {
        nas.answering(request -> Optional.empty());
        online("sweep-mute", 1);
        UUID sweep = begin(Asked.Kind.CHANGE, "sweep-mute");
        over(sweep);
        assertThat(count(sweep, Sweep.Fate.NO_ANSWER)).isEqualTo(1);
        assertThat(sweeps.failures(sweep, Paging.first()).rows())
                .extracting(SweepReport.Failure::fate)
                .containsExactly(Sweep.Fate.NO_ANSWER);
    }

    @Test
    void leavesOutWhoIsGoneWhenHisTurnComes() {
        turnAt(FAR);
        List<MacAddress> phones = online("sweep-gone", 2);
        UUID sweep = begin(Asked.Kind.END, "sweep-gone");
        account(STOP, "sweep-gone", phones.getFirst());
        turnAt(Instant.EPOCH);
        over(sweep);
        assertThat(count(sweep, Sweep.Fate.OVER)).isEqualTo(1);
        assertThat(count(sweep, Sweep.Fate.ACKNOWLEDGED)).isEqualTo(1);
    }

    @Test
    void beginsNothingForNobodyForTooManyOrForAWholeArea() {
        online("sweep-many", 3);
        Sweeps small = new Sweeps(table, report, new DynamicSettings(1, LEASE, 2), audit, Clock.systemUTC());
        assertThat(small.begin(wish(Asked.Kind.CHANGE, "sweep-many"), "test")).isEmpty();
        assertThat(small.outlook(wish(Asked.Kind.CHANGE, "sweep-many").filter()))
                .isEqualTo(new Sweeps.Outlook(3, 1, Duration.ofSeconds(3), 2));
        assertThat(small.begin(wish(Asked.Kind.CHANGE, "nobody-is-called-so"), "test"))
                .isEmpty();
        assertThat(sweeps.begin(new Sweeps.Wish(Asked.Kind.END, SessionFilter.all("/zj/hz/"), "everybody"), "test"))
                .isEmpty();
        assertThat(db.sql("select count(*) from access.sweep where told in ('sweep-many', 'everybody')")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void stopAll() {
        db.sql("select id from access.sweep where state = 'RUNNING'")
                .query(UUID.class)
                .list()
                .forEach(sweep -> sweeps.stop(sweep, "test"));
    }

    private List<String> acts(String subject) {
        return db.sql("select act from audit.entry where subject = ? order by id")
                .param(subject)
                .query(String.class)
                .list();
    }
}
