package org.omnihall.hall.access.roaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.aaa.RadSecSocket;
import org.omnihall.hall.access.aaa.RadiusDrops;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.aaa.SmallNas;
import org.omnihall.hall.access.eap.PaperAuthority;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Profiles;
import org.omnihall.hall.access.roaming.forward.HomeServers;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The halls of two provinces, each the home server of its own people for the other, over RadSec. */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoHallsTest {

    private static final String PASSWORD = "correct horse";
    private static final MacAddress PHONE = new MacAddress(0x0211_2233_1401L);
    private static final MacAddress TABLET = new MacAddress(0x0211_2233_1402L);

    private final ApplicationContext zhejiang;
    private final SmallNas here;
    private Optional<SecondHall> second = Optional.empty();
    private Optional<SmallNas> there = Optional.empty();

    @Autowired
    TwoHallsTest(ApplicationContext zhejiang, RadiusListeners hall) {
        this.zhejiang = zhejiang;
        this.here = new SmallNas("127.0.14.1", hall);
    }

    @DynamicPropertySource
    static void certificates(DynamicPropertyRegistry properties) throws IOException, GeneralSecurityException {
        RoamingPapers.show(RoamingPapers.AUTHORITY.issue("zj.example"), properties);
    }

    private ApplicationContext guangdong() {
        return second.orElseThrow().hall();
    }

    @BeforeAll
    void roam() throws IOException, GeneralSecurityException {
        PaperAuthority.Pair shown = RoamingPapers.AUTHORITY.issue("gd.example");
        second = Optional.of(SecondHall.start(shown));
        there = Optional.of(new SmallNas("127.0.14.2", guangdong().getBean(RadiusListeners.class)));
        here.register(zhejiang.getBean(ControllerRegistry.class), "ac-of-zj");
        there.orElseThrow().register(guangdong().getBean(ControllerRegistry.class), "ac-of-gd");
        befriend(zhejiang, guangdong(), "gd.example");
        befriend(guangdong(), zhejiang, "zj.example");
        person(zhejiang, "li");
        person(guangdong(), "wang");
        circle(zhejiang, guangdong(), "gd.example");
        circle(guangdong(), zhejiang, "zj.example");
        Eventually.holds("both are connected", () -> connections(zhejiang) == 1 && connections(guangdong()) == 1);
    }

    /** One hall asks the other for its realm, and lets it ask for its own. */
    private static void befriend(ApplicationContext asking, ApplicationContext answering, String realm) {
        done(asking.getBean(Realms.class).add(server(answering, realm, realm), "test"));
        done(asking.getBean(ControllerRegistry.class)
                .add(
                        Draft.of(
                                "name", "all-of-" + realm,
                                "addresses", "10.99.0.1",
                                "radiusSecret", "no-packet-comes-so",
                                "domain", "strip"),
                        "test"));
        done(asking.getBean(RadSecPeers.class)
                .add(Draft.of("name", realm, "certificate", realm, "controllers", "all-of-" + realm), "test"));
    }

    /** A realm that each of them takes for the other's. */
    private static void circle(ApplicationContext asking, ApplicationContext answering, String certificate) {
        done(asking.getBean(Realms.class).add(server(answering, "circle.example", certificate), "test"));
    }

    private static Draft server(ApplicationContext answering, String realm, String certificate) {
        int port = answering.getBean(RadSecSocket.class).address().orElseThrow().getPort();
        return Draft.of(
                "name",
                realm,
                "transport1",
                "radsec",
                "address1",
                "127.0.0.1",
                "port1",
                Integer.toString(port),
                "certificate1",
                certificate,
                "patience",
                "2s");
    }

    private static void person(ApplicationContext hall, String name) {
        done(hall.getBean(Profiles.class)
                .add(Draft.of("name", "one-device", "devices", "1", "policy", "REJECT"), "test"));
        done(hall.getBean(Accounts.class)
                .add(
                        Draft.of(
                                "name",
                                name,
                                "password",
                                PASSWORD,
                                "methods",
                                "pap chap ms-chap-v2",
                                "profile",
                                "one-device"),
                        "test"));
    }

    private static <T> void done(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
    }

    private static int connections(ApplicationContext hall) {
        return (int) hall.getBean(RoamingState.class).book().realms().stream()
                .flatMap(realm -> realm.servers().stream())
                .distinct()
                .filter(server -> hall.getBean(HomeServers.class)
                        .standing(server)
                        .downSince()
                        .isEmpty())
                .count();
    }

    @AfterAll
    void part() {
        here.close();
        there.ifPresent(SmallNas::close);
        second.ifPresent(SecondHall::close);
    }

    @Test
    void letThePeopleOfEachOtherInAndKeepToTheDeviceLimitOfTheirHome() {
        Packet wang = here.ask(here.pap("wang@gd.example", PASSWORD, PHONE));
        assertThat(wang.code()).isEqualTo(Code.ACCESS_ACCEPT);
        assertThat(wang.integer(AttributeTypes.SESSION_TIMEOUT)).hasValue(8 * 3600);
        Octets handle = wang.first(AttributeTypes.CLASS).orElseThrow();
        Packet li = there.orElseThrow().ask(there.orElseThrow().pap("li@zj.example", PASSWORD, PHONE));
        assertThat(li.code()).isEqualTo(Code.ACCESS_ACCEPT);
        assertThat(here.ask(here.pap("wang@gd.example", "wrong", PHONE)).code()).isEqualTo(Code.ACCESS_REJECT);
        assertThat(here.ask(here.accounting(1, "roaming-1", PHONE)
                                .text(AttributeTypes.USER_NAME, "wang@gd.example")
                                .octets(AttributeTypes.CLASS, handle)
                                .build())
                        .code())
                .isEqualTo(Code.ACCOUNTING_RESPONSE);
        assertThat(sessions(zhejiang, "wang@gd.example", "ac-of-zj"))
                .as("in the books of the hall that he visits, as nobody of ours")
                .isOne();
        Eventually.holds("in the books at home", () -> sessions(guangdong(), "wang", "all-of-zj.example") == 1);
        Packet more = here.ask(here.pap("wang@gd.example", PASSWORD, TABLET));
        assertThat(more.text(AttributeTypes.REPLY_MESSAGE)).hasValue("TOO_MANY_DEVICES");
    }

    private static long sessions(ApplicationContext hall, String name, String controller) {
        return hall.getBean(JdbcClient.class)
                .sql("select count(*) from access.open_session s join access.controller c on c.id = s.controller_id"
                        + " where user_name = ? and c.name = ?")
                .params(name, controller)
                .query(Long.class)
                .single();
    }

    @Test
    void breakTheCircleThatTheyMakeOfARealm() {
        assertThat(here.isMetWithSilence(here.pap("nobody@circle.example", PASSWORD, PHONE), SmallNas.secret()))
                .isTrue();
        Eventually.holds("the hall that it came from sees its own mark", () -> drops(zhejiang, "ROAMING_LOOP") > 0);
        assertThat(drops(guangdong(), "ROAMING_LOOP")).isZero();
    }

    private static long drops(ApplicationContext hall, String reason) {
        return hall.getBean(RadiusDrops.class).rows().stream()
                .filter(row -> row.reason().equals(reason))
                .mapToLong(RadiusDrops.Row::number)
                .sum();
    }
}
