package org.omnihall.hall.access.aaa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallEnvironment;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.OwnServer;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.octets.MacAddress;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Accounting over UDP to the started hall, whose PostgreSQL is stopped meanwhile (requirement A9, access rules 12 and 14). */
@HallTest
@ContextConfiguration(initializers = {HallEnvironment.class, OwnServer.class})
@DirtiesContext
class DatabaseGoneTest {

    private static final int START = 1;
    private static final int STOP = 2;
    private static final int SESSIONS = 200;

    private final ControllerRegistry registry;
    private final SmallNas nas;
    private final long now = Instant.now().getEpochSecond();

    @Autowired
    DatabaseGoneTest(RadiusListeners hall, ControllerRegistry registry) {
        this.registry = registry;
        this.nas = new SmallNas("127.0.12.9", hall);
    }

    @BeforeEach
    void register() {
        nas.register(registry, "gone-1");
    }

    @AfterEach
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
        assertThat(events()).isEqualTo(2 * SESSIONS);
        assertThat(OwnServer.client()
                        .sql(
                                "select count(*) || ' ' || sum(up_octets) || ' ' || sum(seconds) from access.closed_session")
                        .query(String.class)
                        .single())
                .isEqualTo(SESSIONS + " " + (((long) SESSIONS << 32) + SESSIONS * (SESSIONS - 1) / 2) + " "
                        + 600 * SESSIONS);
    }

    private int events() {
        return OwnServer.client()
                .sql("select count(*) from access.session_event")
                .query(Integer.class)
                .single();
    }
}
