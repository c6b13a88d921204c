package org.omnihall.hall.access.aaa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallEnvironment;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.OwnServer;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.octets.MacAddress;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * Accounting and Access-Requests over UDP to the started hall, whose PostgreSQL is stopped meanwhile; the operator lets unknown people in then
 * (requirement A9, access rules 12 and 14).
 */
@HallTest
@ContextConfiguration(initializers = {HallEnvironment.class, OwnServer.class})
@TestPropertySource(properties = "omnihall.aaa.away=open")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
class DatabaseGoneTest {

    private static final int START = 1;
    private static final int STOP = 2;
    private static final int SESSIONS = 200;

    private static final MacAddress PHONE = new MacAddress(0x0211_2255_0001L);

    private final ControllerRegistry registry;
    private final Accounts accounts;
    private final SmallNas nas;
    private final long now = Instant.now().getEpochSecond();

    @Autowired
    DatabaseGoneTest(RadiusListeners hall, ControllerRegistry registry, Accounts accounts) {
        this.registry = registry;
        this.accounts = accounts;
        this.nas = new SmallNas("127.0.12.9", hall);
    }

    @BeforeAll
    void register() {
        nas.register(registry, "gone-1");
    }

    @AfterAll
    void close() {
        nas.close();
    }

    private CompletableFuture<Packet> start(int number) {
        return nas.asking(nas.accounting(START, "g-" + number, new MacAddress(0x0211_2299_0000L + number))
                .integer(AttributeTypes.EVENT_TIMESTAMP, now - 600)
                .build());
    }

    private CompletableFuture<Packet> stop(int number) {
        return nas.asking(nas.accounting(STOP, "g-" + number, new MacAddress(0x0211_2299_0000L + number))
                .integer(AttributeTypes.EVENT_TIMESTAMP, now)
                .integer(AttributeTypes.ACCT_SESSION_TIME, 600)
                .integer(AttributeTypes.ACCT_INPUT_GIGAWORDS, 1)
                .integer(AttributeTypes.ACCT_INPUT_OCTETS, number)
                .build());
    }

    @Test
    void acknowledgesAllAccountingMeanwhileAndHasItOnceWithinFiveSecondsOfTheReturn() {
        List<CompletableFuture<Packet>> answers = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            answers.add(start(i));
        }
        OwnServer.stop();
        for (int i = 0; i < SESSIONS / 2; i++) {
            answers.add(stop(i));
        }
        answers.forEach(answer -> assertThat(answer.join().code()).isEqualTo(Code.ACCOUNTING_RESPONSE));
        Eventually.holds("authentication is ill", () -> nas.isMetWithSilence(nas.status(), SmallNas.secret()));
        assertThat(nas.statusOfAccounting().join().code())
                .as("accounting is not")
                .isEqualTo(Code.ACCOUNTING_RESPONSE);
        OwnServer.start();
        long back = System.nanoTime();
        Eventually.holds("all is in the database", () -> events() == SESSIONS + SESSIONS / 2);
        assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(Duration.ofSeconds(5));
        for (int i = SESSIONS / 2; i < SESSIONS; i++) {
            assertThat(stop(i).join().code()).isEqualTo(Code.ACCOUNTING_RESPONSE);
        }
        Eventually.holds("all is in the books", () -> events() == 2 * SESSIONS);
        assertThat(OwnServer.client()
                        .sql(
                                "select count(*) || ' ' || sum(up_octets) || ' ' || sum(seconds) from access.closed_session")
                        .query(String.class)
                        .single())
                .isEqualTo(SESSIONS + " " + (((long) SESSIONS << 32) + SESSIONS * (SESSIONS - 1) / 2) + " "
                        + 600 * SESSIONS);
    }

    @Test
    void letsUnknownPeopleInForAShortWhileAndStillRefusesAWrongPasswordOfAKnownAccount() {
        assertThat(accounts.add(Draft.of("name", "open-li", "password", "correct horse", "methods", "pap"), "test"))
                .isInstanceOf(Change.Done.class);
        assertThat(nas.ask(nas.pap("open-li", "correct horse", PHONE)).code()).isEqualTo(Code.ACCESS_ACCEPT);
        assertThat(nas.ask(nas.pap("nobody", "correct horse", PHONE)).code()).isEqualTo(Code.ACCESS_REJECT);
        assertThat(accounts.add(Draft.of("name", "13812340088", "password", "correct horse", "methods", "pap"), "test"))
                .isInstanceOf(Change.Done.class);
        long added = System.nanoTime();
        Eventually.holds("both are known still after nodes were told of the change", () -> {
            assertThat(nas.ask(nas.pap("open-li", "correct horse", PHONE)).code())
                    .isEqualTo(Code.ACCESS_ACCEPT);
            assertThat(nas.ask(nas.pap("13812340088", "correct horse", PHONE)).code())
                    .isEqualTo(Code.ACCESS_ACCEPT);
            return System.nanoTime() - added > Duration.ofSeconds(2).toNanos();
        });
        OwnServer.stop();
        Eventually.holds("authentication is ill", () -> nas.isMetWithSilence(nas.status(), SmallNas.secret()));

        assertThat(nas.ask(nas.pap("open-li", "wrong", PHONE)).code()).isEqualTo(Code.ACCESS_REJECT);
        Packet known = nas.ask(nas.pap("open-li", "correct horse", PHONE));
        assertThat(known.integer(AttributeTypes.SESSION_TIMEOUT)).hasValue(28_800);
        assertThat(nas.ask(nas.pap("13812340088", "correct horse", PHONE)).code())
                .isEqualTo(Code.ACCESS_ACCEPT);
        assertThat(nas.isMetWithSilence(nas.pap("13812340088", "perhaps a token", PHONE), SmallNas.secret()))
                .as("a number's password may be the token of a page that cannot be looked up")
                .isTrue();
        Packet unknown = nas.ask(nas.pap("nobody", "whatever", PHONE));
        assertThat(unknown.code()).isEqualTo(Code.ACCESS_ACCEPT);
        assertThat(unknown.integer(AttributeTypes.SESSION_TIMEOUT))
                .isEqualTo(OptionalLong.of(WithoutDatabase.UNPROVED.toSeconds() + 1));
        assertThat(unknown.first(AttributeTypes.CLASS)).isPresent();
        Packet msChap = nas.msChap("nobody", nas.msChapProof("nobody", "whatever"), PHONE);
        assertThat(nas.isMetWithSilence(msChap, SmallNas.secret())).isTrue();
        OwnServer.start();
        Eventually.holds(
                "unknown people are refused again",
                () -> nas.ask(nas.pap("nobody", "whatever", PHONE)).code().equals(Code.ACCESS_REJECT));
    }

    private int events() {
        return OwnServer.client()
                .sql("select count(*) from access.session_event")
                .query(Integer.class)
                .single();
    }
}
