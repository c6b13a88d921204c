package org.omnihall.hall.access.aaa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.dynamic.Disconnects;
import org.omnihall.hall.access.dynamic.EndResult;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.Sessions;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Disconnects over UDP to a NAS, and the limits of devices that send them (access-rules.md rules 15 and 17). */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RadiusDisconnectTest {

    private static final String PASSWORD = "correct horse";
    private static final int START = 1;
    private static final int STOP = 2;

    private final ControllerRegistry registry;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Disconnects disconnects;
    private final JdbcClient db;
    private final SmallNas nas;
    private Optional<AccessController> controller = Optional.empty();
    private long nextMac = 0x0211_2235_0000L;

    @Autowired
    RadiusDisconnectTest(
            RadiusListeners hall,
            ControllerRegistry registry,
            Accounts accounts,
            Sessions sessions,
            Disconnects disconnects,
            JdbcClient db) {
        this.registry = registry;
        this.accounts = accounts;
        this.sessions = sessions;
        this.disconnects = disconnects;
        this.db = db;
        this.nas = new SmallNas("127.0.13.1", hall);
    }

    @BeforeAll
    void register() {
        for (String policy : new String[] {"REJECT", "REPLACE_SAME_MAC", "RELEASE_OLDEST"}) {
            db.sql("insert into access.access_profile (area_path, name, up_bits_per_second, down_bits_per_second,"
                            + " session_seconds, idle_seconds, devices, policy) values ('/', ?, 0, 0, 3600, 300, 1, ?)")
                    .params("one-" + policy, policy)
                    .update();
        }
        controller = Optional.of(nas.register(registry, "disconnect-1"));
        for (String policy : new String[] {"REJECT", "REPLACE_SAME_MAC", "RELEASE_OLDEST"}) {
            Draft draft = Draft.of("name", "dm-" + policy, "password", PASSWORD, "profile", "one-" + policy);
            assertThat(accounts.add(draft, "test")).isInstanceOf(Change.Done.class);
        }
    }

    @BeforeEach
    void answerWell() {
        nas.answering(request -> Optional.of(request.reply(Code.DISCONNECT_ACK).build()));
    }

    @AfterAll
    void close() {
        nas.close();
    }

    private MacAddress phone() {
        return new MacAddress(nextMac++);
    }

    private Packet login(String policy, MacAddress mac) {
        return nas.ask(nas.pap("dm-" + policy, PASSWORD, mac));
    }

    private Octets admitted(String policy, MacAddress mac) {
        Packet reply = login(policy, mac);
        assertThat(reply.code()).isEqualTo(Code.ACCESS_ACCEPT);
        return reply.first(AttributeTypes.CLASS).orElseThrow();
    }

    private void refused(String policy, MacAddress mac) {
        assertThat(login(policy, mac).text(AttributeTypes.REPLY_MESSAGE)).contains("TOO_MANY_DEVICES");
    }

    private void account(int status, String session, MacAddress mac, Octets handle) {
        nas.ask(nas.accounting(status, session, mac)
                .octets(AttributeTypes.CLASS, handle)
                .build());
    }

    private OpenSession online(String session, MacAddress mac) {
        account(START, session, mac, Octets.EMPTY.plus(Octets.ofText("not ours")));
        return found(mac).orElseThrow();
    }

    private Optional<OpenSession> found(MacAddress mac) {
        return sessions.openFor(controller.orElseThrow().id(), Optional.of(mac), Optional.empty());
    }

    private EndResult.State state(UUID request) {
        return disconnects.state(request).orElseThrow().state();
    }

    private boolean alarmed(UUID request) {
        return db.sql("select alarmed_at is not null from access.disconnect_request where id = ?")
                .param(request)
                .query(Boolean.class)
                .single();
    }

    @Test
    void anAcknowledgedSessionIsEndedOnlyByItsStop() {
        MacAddress phone = phone();
        OpenSession session = online("d-1", phone);
        EndResult result = disconnects.end(session, "test").join();
        assertThat(result.state()).isEqualTo(EndResult.State.ACKNOWLEDGED);
        Packet request = nas.nextDisconnect();
        assertThat(request.text(AttributeTypes.ACCT_SESSION_ID)).contains("d-1");
        assertThat(request.has(AttributeTypes.EVENT_TIMESTAMP)).isTrue();
        assertThat(request.has(AttributeTypes.MESSAGE_AUTHENTICATOR)).isTrue();
        assertThat(found(phone)).isPresent();
        account(STOP, "d-1", phone, Octets.ofText("not ours"));
        assertThat(state(result.request())).isEqualTo(EndResult.State.ENDED);
        assertThat(found(phone)).isEmpty();
    }

    @Test
    void aRefusalNamesItsCause() {
        nas.answering(request -> Optional.of(request.reply(Code.DISCONNECT_NAK)
                .integer(AttributeTypes.ERROR_CAUSE, 506)
                .build()));
        EndResult result = disconnects.end(online("d-2", phone()), "test").join();
        assertThat(result.state()).isEqualTo(EndResult.State.REFUSED);
        assertThat(result.errorCause()).isEqualTo(OptionalInt.of(506));
        assertThat(disconnects.state(result.request())).contains(result);
        nas.nextDisconnect();
    }

    @Test
    void aSessionThatItsControllerDoesNotKnowDoesNotTakeItsPlaceAgain() {
        assertThat(isEndingAfter(503, "d-503")).isTrue();
        assertThat(isEndingAfter(506, "d-506")).isFalse();
    }

    private boolean isEndingAfter(int errorCause, String name) {
        nas.answering(request -> Optional.of(request.reply(Code.DISCONNECT_NAK)
                .integer(AttributeTypes.ERROR_CAUSE, errorCause)
                .build()));
        OpenSession session = online(name, phone());
        db.sql("update access.open_session set releasing_at = heard_at where id = ?")
                .param(session.id())
                .update();
        disconnects.end(session, "test").join();
        nas.nextDisconnect();
        return db.sql("select releasing_at is not null from access.open_session where id = ?")
                .param(session.id())
                .query(Boolean.class)
                .single();
    }

    @Test
    void silenceIsNoAnswerAndTheDeadlineRaisesTheAlarm() {
        nas.answering(request -> Optional.empty());
        EndResult result = disconnects.end(online("d-3", phone()), "test").join();
        assertThat(result.state()).isEqualTo(EndResult.State.NO_ANSWER);
        assertThat(nas.nextDisconnect()).isEqualTo(nas.nextDisconnect());
        assertThat(alarmed(result.request())).isFalse();
        db.sql("update access.disconnect_request set deadline_at = asked_at where id = ?")
                .param(result.request())
                .update();
        Eventually.holds("alarm", () -> alarmed(result.request()));
        assertThat(state(result.request())).isEqualTo(EndResult.State.NO_ANSWER);
    }

    @Test
    void refusesAnotherDeviceWhileThePlaceIsTaken() {
        MacAddress first = phone();
        MacAddress second = phone();
        Octets handle = admitted("REJECT", first);
        refused("REJECT", second);
        account(START, "l-1", first, handle);
        refused("REJECT", second);
        account(STOP, "l-1", first, handle);
        admitted("REJECT", second);
    }

    @Test
    void letsTheSameDeviceTakeItsOwnPlace() {
        MacAddress first = phone();
        account(START, "l-2", first, admitted("REPLACE_SAME_MAC", first));
        refused("REPLACE_SAME_MAC", phone());
        account(START, "l-3", first, admitted("REPLACE_SAME_MAC", first));
        assertThat(found(first).orElseThrow().acctSessionId()).isEqualTo("l-3");
    }

    @Test
    void makesRoomByEndingTheOldest() {
        MacAddress first = phone();
        MacAddress second = phone();
        Octets handle = admitted("RELEASE_OLDEST", first);
        account(START, "l-4", first, handle);
        UUID session = found(first).orElseThrow().id();
        Octets next = admitted("RELEASE_OLDEST", second);
        assertThat(nas.nextDisconnect().text(AttributeTypes.ACCT_SESSION_ID)).contains("l-4");
        account(STOP, "l-4", first, handle);
        account(START, "l-5", second, next);
        Eventually.holds(
                "ended",
                () -> db.sql(
                                "select exists (select 1 from access.disconnect_request where session_id = ? and state = 'ENDED')")
                        .param(session)
                        .query(Boolean.class)
                        .single());
        nas.answering(request -> Optional.of(request.reply(Code.DISCONNECT_NAK).build()));
        admitted("RELEASE_OLDEST", phone());
        assertThat(nas.nextDisconnect().text(AttributeTypes.ACCT_SESSION_ID)).contains("l-5");
        Eventually.holds(
                "the session that stays counts again",
                () -> db.sql("select releasing_at is null from access.open_session where acct_session_id = 'l-5'")
                        .query(Boolean.class)
                        .single());
    }
}
