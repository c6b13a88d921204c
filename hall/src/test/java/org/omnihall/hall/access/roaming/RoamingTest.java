package org.omnihall.hall.access.roaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.aaa.RadiusDrops;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.aaa.SmallNas;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.roaming.forward.HomeServers;
import org.omnihall.hall.access.session.SessionClass;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;
import org.omnihall.radius.auth.MppeKey;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.auth.UserPassword;
import org.omnihall.radius.dictionary.Dictionary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guests at the controllers of the started hall, answered by home servers over UDP. */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoamingTest {

    private static final String HERE = "127.0.23.1";
    private static final String GUEST = "li@gd.example";
    private static final MacAddress PHONE = new MacAddress(0x0211_2233_1301L);
    private static final SharedSecret HOME_SECRET = SharedSecret.of(Home.SECRET);

    private final Realms realms;
    private final ControllerRegistry registry;
    private final HomeServers servers;
    private final RadiusDrops drops;
    private final RoamingState state;
    private final SessionClass classes;
    private final JdbcClient db;
    private final SmallNas nas;
    private final Home home = new Home();
    private final Home second = new Home();

    @Autowired
    RoamingTest(
            RadiusListeners hall,
            Realms realms,
            ControllerRegistry registry,
            HomeServers servers,
            RadiusDrops drops,
            RoamingState state,
            SessionClass classes,
            JdbcClient db) {
        this.realms = realms;
        this.registry = registry;
        this.servers = servers;
        this.drops = drops;
        this.state = state;
        this.classes = classes;
        this.db = db;
        this.nas = new SmallNas(HERE, hall);
    }

    @BeforeAll
    void register() {
        nas.register(registry, "roaming-ac", "domain", "strip");
        realm("gd.example", "strip", "true", "longest", "2h");
        realm("open.example", "mayVlan", "true", "mayRates", "true");
        realms.add(Draft.of("name", "zj.example"), "test");
    }

    private void realm(String name, String... more) {
        assertThat(realms.add(draft(name, more), "test")).isInstanceOf(Change.Done.class);
    }

    private Draft draft(String name, String... more) {
        List<String> fields = new ArrayList<>(List.of("name", name, "patience", "1s", "rest", "10m"));
        fields.addAll(List.of("address1", "127.0.0.1", "port1", Integer.toString(home.port())));
        fields.addAll(List.of("accountingPort1", Integer.toString(home.accountingPort()), "secret1", Home.SECRET));
        fields.addAll(List.of("address2", "127.0.0.1", "port2", Integer.toString(second.port())));
        fields.addAll(List.of("accountingPort2", Integer.toString(second.accountingPort()), "secret2", Home.SECRET));
        fields.addAll(List.of(more));
        return Draft.of(fields.toArray(String[]::new));
    }

    @BeforeEach
    void begin() {
        home.silent(false);
        second.silent(false);
        home.adding(reply -> reply);
        Eventually.holds("both live", () -> isUp(0) && isUp(1));
        home.forget();
        second.forget();
    }

    @AfterAll
    void close() {
        nas.close();
        home.close();
        second.close();
    }

    private boolean isUp(int place) {
        HomeServer server =
                state.book().named("gd.example").orElseThrow().servers().get(place);
        HomeServers.Standing standing = servers.standing(server);
        return standing.downSince().isEmpty() && standing.deafSince().isEmpty();
    }

    private long drops(String reason) {
        return drops.rows().stream()
                .filter(row -> row.source().equals(HERE) && row.reason().equals(reason))
                .mapToLong(RadiusDrops.Row::number)
                .sum();
    }

    private static Packet with(Packet request, String... proxyStates) {
        List<Attribute> attributes = new ArrayList<>(request.attributes());
        for (String state : proxyStates) {
            attributes.add(Attribute.of(AttributeTypes.PROXY_STATE, Octets.ofText(state)));
        }
        return new Packet(request.code(), request.identifier(), request.authenticator(), attributes);
    }

    private static List<String> states(Packet packet) {
        return packet.all(AttributeTypes.PROXY_STATE).stream()
                .map(Octets::toText)
                .toList();
    }

    @Test
    void asksTheHomeServerWithThePasswordHiddenAnewAndItsOwnStateBehindThoseOfOthers() {
        Packet reply = nas.ask(with(nas.pap(GUEST, "correct horse", PHONE), "one", "two"));
        Packet asked = home.next();
        assertThat(UserPassword.in(asked, HOME_SECRET)).hasValue(Octets.ofText("correct horse"));
        assertThat(asked.text(AttributeTypes.USER_NAME)).hasValue("li");
        assertThat(asked.ipv4(AttributeTypes.NAS_IP_ADDRESS).orElseThrow().getHostAddress())
                .isEqualTo(HERE);
        assertThat(states(asked)).hasSize(3).startsWith("one", "two");
        assertThat(asked.attributes().getFirst().type()).isEqualTo(AttributeTypes.MESSAGE_AUTHENTICATOR.number());
        assertThat(reply.code()).isEqualTo(Code.ACCESS_ACCEPT);
        assertThat(states(reply)).containsExactly("one", "two");
    }

    @Test
    void passesOnWhatIsThePersonsAndNothingThatIsOfTheNetwork() {
        home.adding(reply -> network(reply)
                .text(AttributeTypes.USER_NAME, "li")
                .text(AttributeTypes.CLASS, "theirs")
                .text(AttributeTypes.REPLY_MESSAGE, "welcome")
                .integer(AttributeTypes.SESSION_TIMEOUT, 7_201)
                .integer(AttributeTypes.ACCT_INTERIM_INTERVAL, 7_201));
        Packet reply = nas.ask(nas.pap(GUEST, "correct horse", PHONE));
        assertThat(reply.text(AttributeTypes.USER_NAME)).hasValue(GUEST);
        assertThat(reply.text(AttributeTypes.CLASS)).hasValue("theirs");
        assertThat(reply.text(AttributeTypes.REPLY_MESSAGE)).hasValue("welcome");
        assertThat(reply.integer(AttributeTypes.SESSION_TIMEOUT)).hasValue(7_200);
        assertThat(reply.integer(AttributeTypes.ACCT_INTERIM_INTERVAL)).hasValue(600);
        assertThat(reply.attributes()).as("and its proof").hasSize(6);
        home.adding(reply2 -> reply2.integer(AttributeTypes.SESSION_TIMEOUT, 7_199));
        assertThat(nas.ask(nas.pap(GUEST, "correct horse", PHONE)).integer(AttributeTypes.SESSION_TIMEOUT))
                .hasValue(7_199);
        home.adding(reply3 -> reply3.integer(AttributeTypes.SESSION_TIMEOUT, 0));
        assertThat(nas.ask(nas.pap(GUEST, "correct horse", PHONE)).integer(AttributeTypes.SESSION_TIMEOUT))
                .as("to many a controller 0 is without end")
                .hasValue(7_200);
    }

    private static PacketBuilder network(PacketBuilder reply) {
        return reply.integer(AttributeTypes.TUNNEL_TYPE, 13)
                .integer(AttributeTypes.TUNNEL_MEDIUM_TYPE, 6)
                .text(AttributeTypes.TUNNEL_PRIVATE_GROUP_ID, "7")
                .text(AttributeTypes.FILTER_ID, "everything")
                .add(Dictionary.bundled().attribute("WISPr-Bandwidth-Max-Up", "9000000"));
    }

    @Test
    void letsARealmChooseVlanAndRatesWhereItMay() {
        home.adding(RoamingTest::network);
        Packet reply = nas.ask(nas.pap("li@open.example", "correct horse", PHONE));
        assertThat(reply.text(AttributeTypes.TUNNEL_PRIVATE_GROUP_ID)).hasValue("7");
        assertThat(reply.integer(Dictionary.bundled().type("WISPr-Bandwidth-Max-Up")))
                .hasValue(9_000_000);
        assertThat(reply.has(AttributeTypes.FILTER_ID)).isFalse();
        assertThat(reply.integer(AttributeTypes.SESSION_TIMEOUT))
                .as("also where it says nothing")
                .hasValue(8 * 3600);
        assertThat(reply.first(AttributeTypes.CLASS).flatMap(classes::read))
                .as("a handle of ours where it gives none")
                .isPresent();
        assertThat(home.next().text(AttributeTypes.USER_NAME)).hasValue("li@open.example");
    }

    @Test
    void letsNoHomeServerNameOurPeopleOrGiveOurHandles() {
        Octets ours = nas.ask(nas.pap(GUEST, "correct horse", PHONE))
                .first(AttributeTypes.CLASS)
                .orElseThrow();
        home.adding(
                reply -> reply.octets(AttributeTypes.CLASS, ours).text(AttributeTypes.USER_NAME, "wang@zj.example"));
        Packet reply = nas.ask(nas.pap(GUEST, "correct horse", PHONE));
        assertThat(reply.has(AttributeTypes.USER_NAME)).isFalse();
        assertThat(reply.all(AttributeTypes.CLASS)).hasSize(1).doesNotContain(ours);
    }

    @Test
    void hidesTheKeysAnewForTheController() {
        Octets key = Octets.ofText("thirty-two octets of a session..");
        AtomicReference<Octets> authenticator = new AtomicReference<>(Octets.EMPTY);
        home.adding(reply -> {
            authenticator.set(home.next().authenticator());
            return reply.octets(
                    MppeKey.SEND, MppeKey.hide(key, Octets.ofHex("8001"), authenticator.get(), HOME_SECRET));
        });
        Packet request = nas.pap(GUEST, "correct horse", PHONE);
        Octets hidden = nas.ask(request).first(MppeKey.SEND).orElseThrow();
        assertThat(MppeKey.reveal(hidden, request.authenticator(), SmallNas.secret()))
                .isEqualTo(key);
        assertThat(authenticator.get()).isNotEqualTo(request.authenticator());
    }

    @Test
    void asksTheNextServerWhereOneIsSilentAndComesBackWhenItLives() {
        home.silent(true);
        for (int i = 0; i < 3; i++) {
            assertThat(nas.ask(nas.pap(GUEST, "correct horse", PHONE)).code()).isEqualTo(Code.ACCESS_ACCEPT);
        }
        Eventually.holds("after three silences, and one to Status-Server", () -> !isUp(0));
        home.forget();
        assertThat(nas.ask(nas.pap(GUEST, "correct horse", PHONE)).code()).isEqualTo(Code.ACCESS_ACCEPT);
        assertThat(home.waiting()).as("it is left alone").isZero();
        home.silent(false);
        Eventually.holds("Status-Server is answered", () -> isUp(0));
        assertThat(nas.ask(nas.pap(GUEST, "correct horse", PHONE)).code()).isEqualTo(Code.ACCESS_ACCEPT);
        assertThat(home.waiting()).isOne();
    }

    @Test
    void isSilentWhereNoServerAnswers() {
        home.silent(true);
        second.silent(true);
        long before = drops("ROAMING_NO_ANSWER");
        assertThat(nas.isMetWithSilence(nas.pap(GUEST, "correct horse", PHONE), SmallNas.secret()))
                .isTrue();
        Eventually.holds("dropped", () -> drops("ROAMING_NO_ANSWER") > before);
    }

    @Test
    void isSilentWhereAnAnswerGrowsLongerThanAPacket() {
        home.adding(reply -> {
            for (int i = 0; i < 15; i++) {
                reply.octets(AttributeTypes.REPLY_MESSAGE, Octets.of(new byte[253]));
            }
            return reply.octets(AttributeTypes.STATE, Octets.of(new byte[190]));
        });
        long before = drops("ROAMING_BAD_ANSWER");
        assertThat(nas.isMetWithSilence(nas.pap(GUEST, "correct horse", PHONE), SmallNas.secret()))
                .isTrue();
        assertThat(drops("ROAMING_BAD_ANSWER")).isGreaterThan(before);
    }

    @Test
    void keepsNoRecordThatCouldNotGoHome() {
        PacketBuilder record = nas.accounting(1, "guest-3", PHONE).text(AttributeTypes.USER_NAME, GUEST);
        for (int i = 0; i < 15; i++) {
            record.octets(AttributeTypes.REPLY_MESSAGE, Octets.of(new byte[253]));
        }
        int left = Packet.MAX_LENGTH - record.build().encode().length;
        Packet full = record.octets(AttributeTypes.REPLY_MESSAGE, Octets.of(new byte[left - 2 - 40]))
                .build();
        long before = drops("ROAMING_TOO_LONG");
        assertThat(nas.isMetWithSilence(full, SmallNas.secret())).isTrue();
        assertThat(drops("ROAMING_TOO_LONG")).isGreaterThan(before);
        assertThat(db.sql("select count(*) from access.open_session where acct_session_id = 'guest-3'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(waitingAfter(0)).isZero();
    }

    @Test
    void breaksACircle() {
        nas.ask(nas.pap(GUEST, "correct horse", PHONE));
        Octets ours = home.next().all(AttributeTypes.PROXY_STATE).getLast();
        Packet again = nas.pap(GUEST, "correct horse", PHONE);
        List<Attribute> attributes = new ArrayList<>(again.attributes());
        attributes.add(Attribute.of(AttributeTypes.PROXY_STATE, ours.slice(0, 8).plus(Octets.ofLong(1))));
        long before = drops("ROAMING_LOOP");
        assertThat(nas.isMetWithSilence(
                        new Packet(again.code(), 0, again.authenticator(), attributes), SmallNas.secret()))
                .isTrue();
        long once = drops("ROAMING_LOOP");
        assertThat(once).isGreaterThan(before);
        String[] eight = IntStream.range(0, 8).mapToObj(Integer::toString).toArray(String[]::new);
        assertThat(nas.isMetWithSilence(with(nas.pap(GUEST, "correct horse", PHONE), eight), SmallNas.secret()))
                .isTrue();
        assertThat(drops("ROAMING_LOOP")).isGreaterThan(once);
        String[] seven = IntStream.range(0, 7).mapToObj(Integer::toString).toArray(String[]::new);
        assertThat(nas.ask(with(nas.pap(GUEST, "correct horse", PHONE), seven)).code())
                .isEqualTo(Code.ACCESS_ACCEPT);
    }

    @Test
    void answersItselfForItsOwnRealmsAndForThoseItKnowsNothingOf() {
        for (String name : List.of("nobody@zj.example", "nobody@unknown.example", "nobody")) {
            Packet reply = nas.ask(nas.pap(name, "correct horse", PHONE));
            assertThat(reply.text(AttributeTypes.REPLY_MESSAGE)).as(name).hasValue("NOT_OUR_SUBSCRIBER");
        }
        assertThat(home.waiting()).isZero();
    }

    @Test
    void keepsTheBooksOfAGuestAndSendsThemHomeThoughItIsSilentAtFirst() {
        home.silent(true);
        second.silent(true);
        Packet acknowledged = nas.ask(nas.accounting(1, "guest-1", PHONE)
                .text(AttributeTypes.USER_NAME, GUEST)
                .text(AttributeTypes.CLASS, "theirs")
                .text(AttributeTypes.PROXY_STATE, "one")
                .build());
        assertThat(acknowledged.code()).isEqualTo(Code.ACCOUNTING_RESPONSE);
        assertThat(states(acknowledged)).containsExactly("one");
        assertThat(db.sql("select user_name from access.open_session where acct_session_id = 'guest-1'")
                        .query(String.class)
                        .single())
                .as("the rule of the controller leaves the realm alone")
                .isEqualTo(GUEST);
        Packet first = home.next();
        assertThat(first.integer(AttributeTypes.ACCT_DELAY_TIME)).isEmpty();
        Eventually.holds("the first attempt was in vain", () -> waitingAfter(1) == 1);
        home.silent(false);
        home.forget();
        Packet later = home.next();
        assertThat(later.text(AttributeTypes.USER_NAME)).hasValue("li");
        assertThat(later.text(AttributeTypes.CLASS)).hasValue("theirs");
        assertThat(states(later)).hasSize(2).startsWith("one");
        assertThat(later.integer(AttributeTypes.ACCT_DELAY_TIME).orElseThrow()).isBetween(1L, 30L);
        Eventually.holds("nothing is left", () -> waitingAfter(0) == 0);
        nas.ask(nas.accounting(2, "guest-1", PHONE)
                .text(AttributeTypes.USER_NAME, GUEST)
                .build());
        assertThat(home.next().integer(AttributeTypes.ACCT_STATUS_TYPE)).hasValue(2);
    }

    @Test
    void bringsBooksHomeThoughTheirRealmIsCalledOtherwiseSince() {
        Realm old = keptInVain("old.example", "guest-2");
        assertThat(realms.change(old.id(), draft("new.example"), "test")).isInstanceOf(Change.Done.class);
        home.silent(false);
        home.forget();
        atOnce();
        assertThat(home.next().text(AttributeTypes.ACCT_SESSION_ID)).hasValue("guest-2");
        Eventually.holds("nothing is left", () -> waitingAfter(0) == 0);
    }

    @Test
    void keepsBooksThoughNobodyKnowsTheirRealmAnyMore() {
        Realm gone = keptInVain("gone.example", "guest-4");
        assertThat(realms.remove(gone.id(), "test")).isInstanceOf(Change.Done.class);
        atOnce();
        Eventually.holds("tried again", () -> waitingAfter(2) == 1);
        db.sql("update access.roaming_forward set due_at = received_at, received_at = received_at - interval '8 days'")
                .update();
        Eventually.holds("given up after a week", () -> waitingAfter(0) == 0);
    }

    private Realm keptInVain(String name, String session) {
        realm(name);
        home.silent(true);
        second.silent(true);
        nas.ask(nas.accounting(1, session, PHONE)
                .text(AttributeTypes.USER_NAME, "li@" + name)
                .build());
        Eventually.holds("the first attempt was in vain", () -> waitingAfter(1) == 1);
        return state.book().named(name).orElseThrow();
    }

    private void atOnce() {
        db.sql("update access.roaming_forward set due_at = received_at").update();
    }

    private long waitingAfter(int tries) {
        return db.sql("select count(*) from access.roaming_forward where tries >= ?")
                .param(tries)
                .query(Long.class)
                .single();
    }
}
