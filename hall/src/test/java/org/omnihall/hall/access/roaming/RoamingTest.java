package org.omnihall.hall.access.roaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.aaa.SmallNas;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.session.SessionClass;
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
import org.springframework.context.ApplicationContext;

/** Guests at a controller of the started hall, let in or refused by home servers over UDP. */
@HallTest
class RoamingTest extends GuestHomes {

    private static final String HERE = "127.0.23.1";
    private static final String GUEST = "li@gd.example";
    private static final SharedSecret HOME_SECRET = SharedSecret.of(Home.SECRET);

    private final SessionClass classes;

    @Autowired
    RoamingTest(ApplicationContext hall, SessionClass classes) {
        super(hall, HERE, "gd.example");
        this.classes = classes;
    }

    @BeforeAll
    void moreRealms() {
        realm("open.example", "mayVlan", "true", "mayRates", "true");
        realms.add(Draft.of("name", "zj.example"), "test");
    }

    private static Packet with(Packet request, String... proxyStates) {
        List<Attribute> attributes = new ArrayList<>(request.attributes());
        for (String state : proxyStates) {
            attributes.add(Attribute.of(AttributeTypes.PROXY_STATE, Octets.ofText(state)));
        }
        return new Packet(request.code(), request.identifier(), request.authenticator(), attributes);
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
}
