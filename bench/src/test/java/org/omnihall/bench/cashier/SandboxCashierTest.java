package org.omnihall.bench.cashier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** What the sandbox does wrong is wrong, every time. */
class SandboxCashierTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final String WISH = """
            {"number":"P1","fen":12345,"currency":"CNY","subject":"A month","notify":"http://127.0.0.1:9/told",
            "comeBack":"http://127.0.0.1:9/back","expires":"2026-11-22T05:00:00Z"}""";

    @Test
    void signsWronglyWhateverTheNonce() throws NoSuchAlgorithmException, IOException, InterruptedException {
        Merchant merchant = new Merchant("test", "a-secret-of-thirty-two-characters");
        try (SandboxCashier cashier =
                new SandboxCashier(0, merchant, SSLContext.getDefault(), Clock.fixed(NOON, ZoneOffset.UTC))) {
            open(cashier);
            assertThat(IntStream.range(0, 2_000).mapToObj(Integer::toString)).allSatisfy(nonce -> {
                String wrong = signature(cashier.callback("P1", Fault.WRONG_SIGNATURE, nonce));
                assertThat(wrong)
                        .matches("[0-9a-f]{64}")
                        .isNotEqualTo(signature(cashier.callback("P1", Fault.NONE, nonce)));
            });
        }
    }

    private static String signature(HttpRequest callback) {
        return callback.headers().firstValue("Cashier-Signature").orElseThrow();
    }

    private static void open(SandboxCashier cashier) throws IOException, InterruptedException {
        String path = "/v1/payments";
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest wish = HttpRequest.newBuilder(URI.create(cashier.address() + path))
                    .header("Cashier-Merchant", "test")
                    .header("Cashier-Timestamp", "1")
                    .header("Cashier-Nonce", "n")
                    .header("Cashier-Signature", cashier.sign("POST", path, "1", "n", WISH))
                    .POST(HttpRequest.BodyPublishers.ofString(WISH))
                    .build();
            assertThat(http.send(wish, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(201);
        }
    }
}
