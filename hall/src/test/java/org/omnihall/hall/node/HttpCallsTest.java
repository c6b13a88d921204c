package org.omnihall.hall.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both sides of each bound of a call (requirement D1). */
class HttpCallsTest {

    private static final int LARGEST = 1_000;

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer peer;

    HttpCallsTest() throws IOException {
        peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        peer.setExecutor(threads);
    }

    @BeforeEach
    void begin() {
        peer.start();
    }

    @AfterEach
    void end() {
        over.countDown();
        peer.stop(0);
        threads.close();
    }

    @Test
    void waitsNoLongerForABodyThanForAHead() {
        peer.createContext("/head", this::hang);
        peer.createContext("/body", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            hang(exchange);
        });
        try (HttpCalls calls = new HttpCalls(Duration.ofMillis(300), LARGEST)) {
            assertThatThrownBy(() -> calls.send(to("/head"))).isInstanceOf(HttpTimeoutException.class);
            assertThatThrownBy(() -> calls.send(to("/body"))).isInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void takesABodyOfTheLargestSizeAndNoneBeyond() throws IOException, InterruptedException {
        peer.createContext("/largest", body(LARGEST));
        peer.createContext("/larger", body(LARGEST + 1));
        try (HttpCalls calls = new HttpCalls(Duration.ofSeconds(20), LARGEST)) {
            assertThat(calls.send(to("/largest")).body()).hasSize(LARGEST);
            assertThatThrownBy(() -> calls.send(to("/larger")))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(HttpTimeoutException.class);
        }
    }

    private static HttpHandler body(int size) {
        return exchange -> {
            exchange.sendResponseHeaders(200, size);
            exchange.getResponseBody().write(new byte[size]);
            exchange.close();
        };
    }

    private void hang(HttpExchange exchange) {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private HttpRequest to(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + peer.getAddress().getPort() + path))
                .build();
    }
}
