package org.omnihall.bench.boss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulated business support system by itself: what it answers, and that its account tells the truth. */
class BossTest {

    private static final String BODY = "{\"command\": \"%s\", \"product\": \"%s\", \"offering\": \"%s\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private Boss boss;

    @BeforeEach
    void open() throws IOException {
        boss = Boss.open(0, Duration.ofMillis(200));
    }

    @AfterEach
    void close() {
        boss.close();
        http.close();
    }

    @Test
    void doesACommandOnceHoweverOftenItComes() throws IOException, InterruptedException {
        HttpResponse<String> first = told("1-OPEN", "OPEN", "1");
        HttpResponse<String> second = told("1-OPEN", "OPEN", "1");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body()).contains("reference");
        assertThat(boss.account().products()).containsEntry("1", new Account.Product(1, 0, 0));
        assertThat(boss.account().commands().getFirst().seen()).isEqualTo(2);
        told("1-CLOSE", "CLOSE", "1");
        assertThat(boss.account().products()).containsEntry("1", new Account.Product(1, 0, 1));
        assertThat(boss.account().contradictions()).isEmpty();
    }

    @Test
    void saysWhatContradictsItself() throws IOException, InterruptedException {
        assertThat(told("1-CLOSE", "CLOSE", "1").statusCode()).isEqualTo(409);
        told("1-OPEN", "OPEN", "1");
        assertThat(told("1-OPEN-anew", "OPEN", "1").statusCode()).isEqualTo(409);
        assertThat(told("1-PAINT", "PAINT", "1").statusCode()).isEqualTo(409);
        told("1-OPEN", "OPEN", "2");
        assertThat(boss.account().contradictions())
                .containsExactly(
                        "1-CLOSE is not open",
                        "1-OPEN-anew is open already",
                        "1-PAINT is no command",
                        "1-OPEN came with two bodies");
    }

    @Test
    void failsAsItIsToldTo() throws IOException, InterruptedException {
        boss.suffer(Fault.DOWN);
        assertThatThrownBy(() -> told("1", "OPEN", "1")).isInstanceOf(IOException.class);
        boss.suffer(Fault.BROKEN);
        assertThat(told("1", "OPEN", "1").statusCode()).isEqualTo(500);
        boss.suffer(Fault.BUSY);
        assertThat(told("1", "OPEN", "1").statusCode()).isEqualTo(429);
        boss.suffer(Fault.UNWILLING);
        assertThat(told("1", "OPEN", "1").statusCode()).isEqualTo(422);
        boss.suffer(Fault.GARBAGE);
        assertThat(told("1", "OPEN", "1").body()).startsWith("<html>");
        assertThat(boss.account().products()).isEmpty();
        boss.suffer(Fault.ANSWER_LOST);
        assertThatThrownBy(() -> told("1", "OPEN", "1")).isInstanceOf(IOException.class);
        assertThat(boss.account().products()).containsKey("1");
        boss.suffer(Fault.SLOW);
        long began = System.nanoTime();
        assertThat(told("1", "OPEN", "1").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void refusesOneOfferingAndWhatIsNoCommand() throws IOException, InterruptedException {
        boss.refuse("unwanted");
        assertThat(sent("1", "1", BODY.formatted("OPEN", "1", "unwanted")).statusCode())
                .isEqualTo(422);
        assertThat(sent("1", "another", BODY.formatted("OPEN", "1", "x")).statusCode())
                .isEqualTo(400);
        assertThat(sent("1", "1", "{\"command\": ").statusCode()).isEqualTo(400);
        assertThat(boss.account().calls()).isEqualTo(3);
        assertThat(boss.account().products()).isEmpty();
    }

    @Test
    void countsTheMostCallsOfAnySpan() {
        Account account = new Account();
        for (long millis : new long[] {0, 400, 900, 1000, 1100, 1399, 5000}) {
            account.called(Duration.ofMillis(millis).toNanos());
        }
        assertThat(account.mostWithin(Duration.ofSeconds(1))).isEqualTo(5);
        assertThat(account.mostWithin(Duration.ofMillis(99))).isEqualTo(1);
        assertThat(account.mostWithin(Duration.ofSeconds(10))).isEqualTo(7);
    }

    @Test
    void isToldItsFaultsOverTheWireAndShowsItsAccount() throws IOException, InterruptedException {
        assertThat(asked("POST", "fault/answer-lost")).contains("answer-lost");
        assertThatThrownBy(() -> told("7-OPEN", "OPEN", "7")).isInstanceOf(IOException.class);
        assertThat(asked("POST", "fault/no-such")).contains("answer-lost");
        assertThat(asked("GET", "fault/none")).contains("answer-lost");
        assertThat(asked("GET", "")).contains("1 products open", "7-OPEN", "fault: answer-lost");
    }

    @Test
    void explainsItselfOnTheCommandLine() throws InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(BossSim.main(List.of("--help"), out, out)).isZero();
        assertThat(BossSim.main(List.of("--fault", "tired"), out, out)).isEqualTo(2);
        assertThat(BossSim.main(List.of("--port"), out, out)).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("answer-lost", "--fault tired makes no sense");
        for (Fault fault : Fault.values()) {
            assertThat(BossSim.HELP).contains(fault.shown());
        }
    }

    private HttpResponse<String> told(String key, String command, String product)
            throws IOException, InterruptedException {
        return sent(key, key, BODY.formatted(command, product, "line"));
    }

    private HttpResponse<String> sent(String key, String header, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(boss.url() + "/" + key))
                .header("Idempotency-Key", header)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String asked(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(boss.page() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
