package org.omnihall.bench.boss;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.omnihall.bench.boss.Account.Command;
import org.omnihall.bench.boss.Account.Saying;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A simulated business support system. It takes commands by {@code PUT /orders/KEY}, shows its account at {@code /}, and a fault begins with
 * {@code POST /fault/NAME}. Listens on the loopback address only.
 */
public final class Boss implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORDERS = "/orders/";
    private static final String FAULT = "/fault/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Account account = new Account();
    private final Duration slowness;
    private final Set<String> unwanted = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = Fault.NONE;

    private Boss(HttpServer server, Duration slowness) {
        this.server = server;
        this.slowness = slowness;
    }

    /**
     * Opens one on a port of the loopback address; port 0 lets the system choose.
     *
     * @param slowness how long an answer takes while it is slow
     */
    public static Boss open(int port, Duration slowness) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        Boss boss = new Boss(server, slowness);
        server.createContext(ORDERS, boss::take);
        server.createContext(FAULT, boss::fault);
        server.createContext("/", boss::show);
        server.setExecutor(boss.threads);
        server.start();
        return boss;
    }

    /** Where its account is to be seen. */
    public String page() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Where commands lie, as the hall's setting {@code omnihall.boss.url} says it. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/orders";
    }

    public Account account() {
        return account;
    }

    /** From the next call on. */
    public void suffer(Fault next) {
        fault = next;
    }

    /** Refuses for good whatever concerns this offering. */
    public void refuse(String offering) {
        unwanted.add(offering);
    }

    private void take(HttpExchange exchange) throws IOException {
        account.called(System.nanoTime());
        String key = exchange.getRequestURI().getPath().substring(ORDERS.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Optional<Command> command = command(exchange, key, body);
        if (command.isEmpty()) {
            answer(exchange, 400, "{\"reason\": \"no command that is understood here\"}");
            return;
        }
        account.came(command.get());
        switch (fault) {
            case NONE -> settle(exchange, command.get());
            case SLOW -> {
                pause();
                settle(exchange, command.get());
            }
            case DOWN -> exchange.close();
            case BROKEN -> answer(exchange, 500, "");
            case BUSY -> answer(exchange, 429, "");
            case GARBAGE -> answer(exchange, 200, "<html>Please sign in</html>");
            case UNWILLING -> answer(exchange, 422, "{\"reason\": \"refused\"}");
            case ANSWER_LOST -> {
                account.settle(key);
                exchange.close();
            }
        }
    }

    /** A command whose key stands in the path and in the header alike. */
    private static Optional<Command> command(HttpExchange exchange, String key, String body) {
        try {
            JsonNode read = JSON.readTree(body);
            boolean whole = exchange.getRequestMethod().equals("PUT")
                    && key.equals(exchange.getRequestHeaders().getFirst("Idempotency-Key"))
                    && read.path("command").isString()
                    && read.path("product").isString();
            return whole
                    ? Optional.of(new Command(
                            key,
                            read.path("command").asString(),
                            read.path("product").asString(),
                            body,
                            "",
                            1))
                    : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private void settle(HttpExchange exchange, Command command) throws IOException {
        if (unwanted.contains(JSON.readTree(command.body()).path("offering").asString(""))) {
            answer(exchange, 422, "{\"reason\": \"not for this account\"}");
            return;
        }
        switch (account.settle(command.key())) {
            case Saying.Done done ->
                answer(exchange, done.again() ? 200 : 201, "{\"reference\": \"" + done.reference() + "\"}");
            case Saying.Refused refused -> answer(exchange, 409, "{\"reason\": \"" + refused.why() + "\"}");
        }
    }

    private void pause() {
        try {
            Thread.sleep(slowness);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void fault(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(FAULT.length());
        Optional<Fault> wanted =
                Fault.named(name).filter(known -> exchange.getRequestMethod().equals("POST"));
        wanted.ifPresent(this::suffer);
        answer(exchange, wanted.isPresent() ? 200 : 404, "{\"fault\": \"" + fault.shown() + "\"}");
    }

    private void show(HttpExchange exchange) throws IOException {
        StringBuilder page = new StringBuilder(account.summary());
        page.append("%nfault: %s%n%n".formatted(fault.shown()));
        account.commands()
                .forEach(command -> page.append("%-50s %-12s seen %d, %s%n"
                        .formatted(
                                command.key(),
                                command.name(),
                                command.seen(),
                                command.isDone() ? "done as " + command.reference() : "not done")));
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        send(exchange, 200, page.toString());
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        send(exchange, status, json);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
