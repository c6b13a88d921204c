package org.omnihall.hall.access.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.omnihall.hall.access.network.AccessProfile;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Profiles;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.Sessions;
import org.omnihall.hall.database.NamedLocks;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** CoA over UDP to a NAS: what it carries, and the states that its answer and the next update lead to (access-rules.md rules 16 and 17). */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesTest {

    private static final String PASSWORD = "correct horse";
    private static final int START = 1;
    private static final int STOP = 2;
    private static final int INTERIM = 3;

    private final ControllerRegistry registry;
    private final Profiles profiles;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Changes changes;
    private final ChangeRequests requests;
    private final ChangeDeadlines deadlines;
    private final NamedLocks locks;
    private final TransactionOperations transactions;
    private final JdbcClient db;
    private final SmallNas nas;
    private Optional<AccessController> controller = Optional.empty();
    private long nextMac = 0x0211_2235_5000L;

    @Autowired
    ChangesTest(
            RadiusListeners hall,
            ControllerRegistry registry,
            Profiles profiles,
            Accounts accounts,
            Sessions sessions,
            Changes changes,
            ChangeRequests requests,
            ChangeDeadlines deadlines,
            NamedLocks locks,
            TransactionOperations transactions,
            JdbcClient db) {
        this.registry = registry;
        this.profiles = profiles;
        this.accounts = accounts;
        this.sessions = sessions;
        this.changes = changes;
        this.requests = requests;
        this.deadlines = deadlines;
        this.locks = locks;
        this.transactions = transactions;
        this.db = db;
        this.nas = new SmallNas("127.0.13.5", hall);
    }

    @BeforeAll
    void register() {
        controller = Optional.of(nas.register(registry, "change-1", "vendor", "HUAWEI"));
    }

    @BeforeEach
    void answerWell() {
        nas.answering(SmallNas::acknowledge);
    }

    @AfterAll
    void close() {
        nas.close();
    }

    private AccessProfile profile(String name, String down) {
        return done(profiles.add(draft(name, down), "test"));
    }

    private static Draft draft(String name, String down) {
        return Draft.of(
                "name", name, "up", "2000", "down", down, "session", "2h", "idle", "10m", "devices", "9", "policy",
                "REJECT");
    }

    private static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T> it -> it.value();
            case Change.Refused<T> refused -> throw new AssertionError(refused.problems());
        };
    }

    /** Somebody of a profile who has logged in. */
    private OpenSession online(String name, String profile) {
        done(accounts.add(Draft.of("name", name, "password", PASSWORD, "profile", profile), "test"));
        MacAddress mac = new MacAddress(nextMac++);
        Packet accept = nas.ask(nas.pap(name, PASSWORD, mac));
        assertThat(accept.code()).isEqualTo(Code.ACCESS_ACCEPT);
        account(START, name, mac, accept.first(AttributeTypes.CLASS).orElseThrow());
        return sessions.openFor(controller.orElseThrow().id(), Optional.of(mac), Optional.empty())
                .orElseThrow();
    }

    private void account(int status, String session, MacAddress mac, Octets handle) {
        nas.ask(nas.accounting(status, session, mac)
                .text(AttributeTypes.USER_NAME, session)
                .octets(AttributeTypes.CLASS, handle)
                .build());
    }

    private UUID asked(OpenSession session) {
        Asked asked = changes.change(session, "test").orElseThrow();
        assertThat(asked.kind()).isEqualTo(Asked.Kind.CHANGE);
        asked.answered().join();
        return asked.request();
    }

    private ChangeResult state(UUID request) {
        return requests.state(request).orElseThrow();
    }

    private static List<Attribute> terms(Packet packet) {
        Set<Integer> others = Set.of(
                AttributeTypes.MESSAGE_AUTHENTICATOR.number(),
                AttributeTypes.USER_NAME.number(),
                AttributeTypes.ACCT_SESSION_ID.number(),
                AttributeTypes.FRAMED_IP_ADDRESS.number(),
                AttributeTypes.EVENT_TIMESTAMP.number(),
                AttributeTypes.CLASS.number(),
                AttributeTypes.SESSION_TIMEOUT.number());
        return packet.attributes().stream()
                .filter(attribute -> !others.contains(attribute.type()))
                .toList();
    }

    @Test
    void carriesAllThatAnAcceptWouldCarryNow() {
        AccessProfile profile = profile("coa-whole", "8000");
        OpenSession session = online("coa-whole", "coa-whole");
        done(profiles.change(profile.id(), draft("coa-whole", "20000"), "test"));
        asked(session);
        Packet request = nas.nextDisconnect();
        assertThat(request.code()).isEqualTo(Code.COA_REQUEST);
        assertThat(request.text(AttributeTypes.USER_NAME)).contains("coa-whole");
        assertThat(request.text(AttributeTypes.ACCT_SESSION_ID)).contains("coa-whole");
        assertThat(request.has(AttributeTypes.CALLING_STATION_ID)).isFalse();
        assertThat(request.integer(AttributeTypes.EVENT_TIMESTAMP).getAsLong())
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
        Eventually.holds("the account's view follows", () -> {
            Packet accept = nas.ask(nas.pap("coa-whole", PASSWORD, new MacAddress(nextMac++)));
            return accept.code() == Code.ACCESS_ACCEPT && terms(accept).equals(terms(request));
        });
        assertThat(request.first(AttributeTypes.CLASS)).isPresent();
        assertThat(request.integer(AttributeTypes.SESSION_TIMEOUT).getAsLong()).isBetween(7_140L, 7_200L);
    }

    @Test
    void leavesTheRestOfItsTimeToASessionAndItsClassToItsAccounting() {
        profile("coa-time", "8000");
        OpenSession session = online("coa-time", "coa-time");
        db.sql("update access.open_session set started_at = started_at - interval '1 hour' where id = ?")
                .param(session.id())
                .update();
        asked(sessions.openFor(session.controllerId(), session.mac(), Optional.empty())
                .orElseThrow());
        Packet request = nas.nextDisconnect();
        assertThat(request.integer(AttributeTypes.SESSION_TIMEOUT).getAsLong()).isBetween(3_540L, 3_600L);
        account(
                INTERIM,
                "coa-time",
                session.mac().orElseThrow(),
                request.first(AttributeTypes.CLASS).orElseThrow());
        OpenSession after = sessions.openFor(session.controllerId(), session.mac(), Optional.empty())
                .orElseThrow();
        assertThat(after.id()).isEqualTo(session.id());
        assertThat(after.journey()).isEqualTo(session.journey());
    }

    @Test
    void anAcknowledgedChangeIsShownByAnUpdateThatCameAndHappenedLater() {
        profile("coa-shown", "8000");
        OpenSession session = online("coa-shown", "coa-shown");
        UUID request = asked(session);
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.ACKNOWLEDGED);
        nas.ask(nas.accounting(INTERIM, "coa-shown", session.mac().orElseThrow())
                .text(AttributeTypes.USER_NAME, "coa-shown")
                .integer(AttributeTypes.ACCT_DELAY_TIME, 120)
                .build());
        look();
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.ACKNOWLEDGED);
        account(INTERIM, "coa-shown", session.mac().orElseThrow(), Octets.EMPTY);
        look();
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.SHOWN);
        assertThat(requests.of(session.id(), 9).getFirst().terms().downBitsPerSecond())
                .isEqualTo(8_000_000);
    }

    private void look() {
        Eventually.holds("no other look is under way", () -> deadlines.look(Instant.now()));
    }

    @Test
    void aSessionThatEndsBeforeAnUpdateShowsNothing() {
        profile("coa-over", "8000");
        OpenSession session = online("coa-over", "coa-over");
        UUID request = asked(session);
        account(STOP, "coa-over", session.mac().orElseThrow(), Octets.EMPTY);
        look();
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.OVER);
    }

    @Test
    void aRefusalNamesItsCause() {
        nas.answering(request -> Optional.of(request.reply(Code.COA_NAK)
                .integer(AttributeTypes.ERROR_CAUSE, 401)
                .build()));
        profile("coa-nak", "8000");
        UUID request = asked(online("coa-nak", "coa-nak"));
        assertThat(state(request))
                .isEqualTo(new ChangeResult(request, ChangeResult.State.REFUSED, OptionalInt.of(401)));
    }

    @Test
    void aLateAnswerIsTakenAndARepeatIsTheSamePacket() {
        AtomicInteger heard = new AtomicInteger();
        nas.answering(request -> heard.incrementAndGet() < 3 ? Optional.empty() : SmallNas.acknowledge(request));
        profile("coa-late", "8000");
        UUID request = asked(online("coa-late", "coa-late"));
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.ACKNOWLEDGED);
        List<Packet> heardOf = List.of(nas.nextDisconnect(), nas.nextDisconnect(), nas.nextDisconnect());
        assertThat(heardOf).containsOnly(heardOf.getFirst());
    }

    @Test
    void silenceIsNoAnswerAndTheDeadlineRaisesTheAlarmOnce() {
        nas.answering(request -> Optional.empty());
        profile("coa-silent", "8000");
        UUID request = asked(online("coa-silent", "coa-silent"));
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.NO_ANSWER);
        assertThat(alarms(request)).isEmpty();
        db.sql("update access.change_request set deadline_at = asked_at where id = ?")
                .param(request)
                .update();
        look();
        List<Instant> alarmed = alarms(request);
        assertThat(alarmed).hasSize(1);
        look();
        assertThat(alarms(request)).isEqualTo(alarmed);
    }

    @Test
    void whatANodeLeftUnansweredWhenItDiedIsNoAnswerAtTheDeadline() {
        profile("coa-died", "8000");
        UUID request = asked(online("coa-died", "coa-died"));
        db.sql("update access.change_request set state = 'SENT', answered_at = null, deadline_at = ? where id = ?")
                .params(Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC), request)
                .update();
        look();
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.NO_ANSWER);
        assertThat(alarms(request)).hasSize(1);
    }

    @Test
    void anAnswerAfterTheDeadlineIsTakenAndItsUpdatesHaveTheirTime() {
        profile("coa-after", "8000");
        UUID request = asked(online("coa-after", "coa-after"));
        past(request, "NO_ANSWER");
        requests.answered(request, new DynamicAnswer.Acknowledged(), Instant.now());
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.ACKNOWLEDGED);
        look();
        assertThat(alarms(request)).as("late no more").isEmpty();

        past(request, "NO_ANSWER");
        requests.answered(request, new DynamicAnswer.Refused(OptionalInt.of(401)), Instant.now());
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.REFUSED);

        past(request, "OVER");
        requests.answered(request, new DynamicAnswer.Acknowledged(), Instant.now());
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.OVER);
    }

    @Test
    void oneNodeLooksAtATime() {
        transactions.executeWithoutResult(status -> {
            Eventually.holds("taken", () -> locks.attempt("access.change_request"));
            assertThat(CompletableFuture.supplyAsync(() -> deadlines.look(Instant.now()))
                            .join())
                    .isFalse();
        });
        look();
    }

    @Test
    void looksThroughMoreThanOnePortion() {
        UUID session = UUID.randomUUID();
        db.sql("""
                        insert into access.change_request (id, session_id, controller_id, actor, profile, up_bits_per_second,
                            down_bits_per_second, session_seconds, idle_seconds, interim_seconds, state, asked_at, deadline_at)
                        select gen_random_uuid(), :session, 1, 'test', 'p', 1, 1, 1, 1, 1, 'ACKNOWLEDGED', :at, :at
                        from generate_series(1, 2001)""")
                .param("session", session)
                .param("at", Times.at(Instant.EPOCH))
                .update();
        look();
        assertThat(db.sql("select distinct state from access.change_request where session_id = ?")
                        .param(session)
                        .query(String.class)
                        .list())
                .containsExactly("OVER");
        db.sql("delete from access.change_request where session_id = ?")
                .param(session)
                .update();
    }

    private void past(UUID request, String state) {
        db.sql("update access.change_request set state = :state, answered_at = null, deadline_at = asked_at,"
                        + " alarmed_at = asked_at where id = :id")
                .param("state", state)
                .param("id", request)
                .update();
    }

    private List<Instant> alarms(UUID request) {
        return db.sql("select alarmed_at from access.change_request where id = ? and alarmed_at is not null")
                .param(request)
                .query((row, number) -> Times.in(row, "alarmed_at"))
                .list();
    }

    @Test
    void saysNothingOnTheTimeOfWhoWasLetInUnproved() {
        MacAddress mac = new MacAddress(nextMac++);
        account(START, "coa-unproved", mac, Octets.ofText("not ours"));
        asked(sessions.openFor(controller.orElseThrow().id(), Optional.of(mac), Optional.empty())
                .orElseThrow());
        Packet request = nas.nextDisconnect();
        assertThat(request.has(AttributeTypes.SESSION_TIMEOUT)).isFalse();
        assertThat(request.has(AttributeTypes.CLASS)).isFalse();
        assertThat(request.has(AttributeTypes.IDLE_TIMEOUT)).isTrue();
    }

    @Test
    void whomNobodyWouldLetInAnyMoreIsAskedToEnd() {
        profile("coa-held", "8000");
        OpenSession session = online("coa-held", "coa-held");
        db.sql("update access.network_account set standing = 'SUSPENDED' where name = 'coa-held'")
                .update();
        Asked asked = changes.change(session, "test").orElseThrow();
        assertThat(asked.kind()).isEqualTo(Asked.Kind.END);
        assertThat(nas.nextDisconnect().code()).isEqualTo(Code.DISCONNECT_REQUEST);
        assertThat(db.sql("select act from audit.entry where subject = ? order by id")
                        .param("session:" + session.id())
                        .query(String.class)
                        .list())
                .containsExactly("session.change", "session.end");
    }
}
