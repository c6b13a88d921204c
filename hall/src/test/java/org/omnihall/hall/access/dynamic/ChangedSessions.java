package org.omnihall.hall.access.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
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
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of a profile who are online at a controller of their own, and CoA for their sessions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ChangedSessions {

    static final String PASSWORD = "correct horse";
    static final int START = 1;
    static final int STOP = 2;
    static final int INTERIM = 3;
    private static final AtomicLong MACS = new AtomicLong(0x0211_2235_5000L);

    final Profiles profiles;
    final Sessions sessions;
    final Changes changes;
    final JdbcClient db;
    final SmallNas nas;
    private final Map<String, Octets> handles = new HashMap<>();
    private final Accounts accounts;
    private final AccessController controller;

    ChangedSessions(ApplicationContext hall, String address, String name) {
        this.profiles = hall.getBean(Profiles.class);
        this.sessions = hall.getBean(Sessions.class);
        this.changes = hall.getBean(Changes.class);
        this.db = hall.getBean(JdbcClient.class);
        this.accounts = hall.getBean(Accounts.class);
        this.nas = new SmallNas(address, hall.getBean(RadiusListeners.class));
        this.controller = nas.register(hall.getBean(ControllerRegistry.class), name, "vendor", "HUAWEI");
    }

    @BeforeEach
    void answerWell() {
        nas.answering(SmallNas::acknowledge);
    }

    @AfterAll
    void close() {
        nas.close();
    }

    AccessProfile profile(String name, String down) {
        return done(profiles.add(draft(name, down), "test"));
    }

    static Draft draft(String name, String down) {
        return Draft.of(
                "name", name, "up", "2000", "down", down, "session", "2h", "idle", "10m", "devices", "9", "policy",
                "REJECT");
    }

    static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T> it -> it.value();
            case Change.Refused<T> refused -> throw new AssertionError(refused.problems());
        };
    }

    /** Somebody of a profile who has logged in. */
    OpenSession online(String name, String profile) {
        done(accounts.add(Draft.of("name", name, "password", PASSWORD, "profile", profile), "test"));
        MacAddress mac = phone();
        Packet accept = nas.ask(nas.pap(name, PASSWORD, mac));
        assertThat(accept.code()).isEqualTo(Code.ACCESS_ACCEPT);
        handles.put(name, accept.first(AttributeTypes.CLASS).orElseThrow());
        account(START, name, mac, handle(name));
        return open(mac);
    }

    /** Class of somebody who is online. */
    Octets handle(String name) {
        return handles.getOrDefault(name, Octets.EMPTY);
    }

    static MacAddress phone() {
        return new MacAddress(MACS.getAndIncrement());
    }

    OpenSession open(MacAddress mac) {
        return sessions.openFor(controller.id(), Optional.of(mac), Optional.empty())
                .orElseThrow();
    }

    void account(int status, String session, MacAddress mac, Octets handle) {
        nas.ask(nas.accounting(status, session, mac)
                .text(AttributeTypes.USER_NAME, session)
                .octets(AttributeTypes.CLASS, handle)
                .build());
    }

    UUID asked(OpenSession session) {
        Asked asked = changes.change(session, "test").orElseThrow();
        assertThat(asked.kind()).isEqualTo(Asked.Kind.CHANGE);
        asked.answered().join();
        return asked.request();
    }
}
