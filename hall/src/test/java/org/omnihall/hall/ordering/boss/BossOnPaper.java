package org.omnihall.hall.ordering.boss;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A business support system that speaks HTTP, does each key once, counts every call, and can be ill. */
final class BossOnPaper implements AutoCloseable {

    /** What is wrong with it. */
    enum Illness {
        NONE,
        /** Takes connections and hangs up. */
        STOPPED,
        /** Answers 500. */
        BROKEN,
        /** Does it, then hangs up instead of answering. */
        ANSWERS_LOST,
        /** Answers 302. */
        MOVED,
        /** Answers 429. */
        BUSY,
        /** Something in between answers with a page of its own. */
        IN_BETWEEN,
        /** Answers with JSON that confirms nothing. */
        VAGUE,
        /** Refuses for good. */
        UNWILLING
    }

    final Map<String, String> done = new ConcurrentHashMap<>();
    final List<Instant> calls = new CopyOnWriteArrayList<>();
    volatile Illness illness = Illness.NONE;
    private final HttpServer server;
    private final Clock clock;

    BossOnPaper(Clock clock) throws IOException {
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/orders/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/orders";
    }

    private void take(HttpExchange exchange) throws IOException {
        calls.add(clock.instant());
        String key = exchange.getRequestURI().getPath().substring("/orders/".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (illness) {
            case STOPPED -> exchange.close();
            case BROKEN -> answer(exchange, 500, "");
            case MOVED -> answer(exchange, 302, "");
            case BUSY -> answer(exchange, 429, "");
            case IN_BETWEEN -> answer(exchange, 200, "<html>Please sign in");
            case VAGUE -> answer(exchange, 200, "{\"reference\": null}");
            case UNWILLING -> answer(exchange, 422, "no such account");
            case ANSWERS_LOST -> {
                done.putIfAbsent(key, body);
                exchange.close();
            }
            case NONE -> {
                done.putIfAbsent(key, body);
                answer(exchange, 200, "{\"reference\": \"ok\"}");
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
