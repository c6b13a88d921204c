package org.omnihall.bench.cashier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sandbox cashier ({@code docs/protocols/sandbox-cashier.md}): opens payments for a merchant, shows a page on which they are paid or
 * cancelled, tells the merchant by signed callbacks until he answers, and can be asked. No money moves.
 */
public final class SandboxCashier implements AutoCloseable {

    private static final String PAYMENTS = "/v1/payments";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Merchant merchant;
    private final Post post;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, OpenPayment> payments = new ConcurrentHashMap<>();
    private final AtomicLong transactions = new AtomicLong(System.nanoTime() / 1000);
    private final List<String> held = new CopyOnWriteArrayList<>();
    private volatile Fault fault = Fault.NONE;

    /**
     * Opens it on loopback.
     *
     * @param port 0 for one that is free
     * @param trust whom it trusts when it calls back
     */
    public SandboxCashier(int port, Merchant merchant, SSLContext trust, Clock clock) {
        this.merchant = merchant;
        this.post = new Post(trust, Duration.ofMillis(500));
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext(PAYMENTS, this::serve);
        server.createContext("/pay/", this::page);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What is wrong with its callbacks from now on. */
    public void be(Fault next) {
        fault = next;
    }

    public Optional<OpenPayment> payment(String number) {
        return Optional.ofNullable(payments.get(number)).map(one -> one.at(clock.instant()));
    }

    /** The statuses with which callbacks were answered, in their order. */
    public List<Integer> answers() {
        return post.answers();
    }

    /** As the button of its page does. */
    public void pay(String number) {
        move(number, waiting -> waiting.paid("SB" + transactions.incrementAndGet()));
    }

    public void cancel(String number) {
        move(number, waiting -> waiting.with(OpenPayment.Status.CANCELLED, ""));
    }

    /** Brings the callbacks that were held back. */
    public void catchUp() {
        List<String> late = List.copyOf(held);
        held.removeAll(late);
        late.forEach(number -> tell(number, Fault.NONE));
    }

    private void move(String number, UnaryOperator<OpenPayment> how) {
        OpenPayment now = payments.computeIfPresent(number, (key, one) -> {
            OpenPayment seen = one.at(clock.instant());
            return seen.status() == OpenPayment.Status.WAITING ? how.apply(seen) : seen;
        });
        if (now != null) {
            tell(number, fault);
        }
    }

    private void tell(String number, Fault how) {
        switch (how) {
            case NEVER -> {}
            case LATE -> held.add(number);
            case TWICE -> {
                String nonce = nonce();
                post.bring(() -> callback(number, how, nonce));
                post.bring(() -> callback(number, how, nonce));
            }
            case NONE, WRONG_SIGNATURE, WRONG_SUM -> post.bring(() -> callback(number, how, nonce()));
        }
    }

    /** @param how a wrong signature is a true one, of another sum */
    HttpRequest callback(String number, Fault how, String nonce) {
        OpenPayment payment = Objects.requireNonNull(payments.get(number));
        String body = json(how == Fault.WRONG_SUM ? payment.fen() + 1 : payment.fen(), payment);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String signed = how == Fault.WRONG_SIGNATURE ? json(payment.fen() + 1, payment) : body;
        return HttpRequest.newBuilder(payment.tellAt())
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("Cashier-Timestamp", timestamp)
                .header("Cashier-Nonce", nonce)
                .header("Cashier-Signature", sign("POST", payment.tellAt().getRawPath(), timestamp, nonce, signed))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = Answers.body(exchange);
        String path = exchange.getRequestURI().getRawPath();
        String wanted = sign(
                exchange.getRequestMethod(),
                path,
                Answers.header(exchange, "Cashier-Timestamp"),
                Answers.header(exchange, "Cashier-Nonce"),
                body);
        if (!wanted.equals(Answers.header(exchange, "Cashier-Signature"))
                || !merchant.id().equals(Answers.header(exchange, "Cashier-Merchant"))) {
            answer(exchange, 401, "{\"fault\":\"SIGNATURE_WRONG\"}");
        } else if (exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 201, open(JSON.readTree(body)));
        } else {
            Optional<OpenPayment> asked = payment(path.substring(path.lastIndexOf('/') + 1));
            answer(
                    exchange,
                    asked.isPresent() ? 200 : 404,
                    asked.map(one -> json(one.fen(), one)).orElse("{\"fault\":\"UNKNOWN\"}"));
        }
    }

    /** The same number again is the same payment. */
    private String open(JsonNode wish) {
        String number = wish.path("number").stringValue();
        payments.putIfAbsent(
                number,
                new OpenPayment(
                        number,
                        wish.path("fen").longValue(),
                        wish.path("currency").stringValue(),
                        wish.path("subject").stringValue(),
                        URI.create(wish.path("notify").stringValue()),
                        URI.create(wish.path("comeBack").stringValue()),
                        Instant.parse(wish.path("expires").stringValue()),
                        OpenPayment.Status.WAITING,
                        ""));
        return JSON.writeValueAsString(JSON.createObjectNode().put("page", address() + "/pay/" + number));
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String nonce = nonce();
        exchange.getResponseHeaders().set("Cashier-Timestamp", timestamp);
        exchange.getResponseHeaders().set("Cashier-Nonce", nonce);
        exchange.getResponseHeaders()
                .set(
                        "Cashier-Signature",
                        sign(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI().getRawPath(),
                                timestamp,
                                nonce,
                                body));
        Answers.send(exchange, status, "application/json", body);
    }

    private void page(HttpExchange exchange) throws IOException {
        String rest = exchange.getRequestURI().getPath().substring("/pay/".length());
        Optional<OpenPayment> payment = payment(rest);
        if (payment.isEmpty()) {
            Answers.send(exchange, 404, "text/plain", "没有这笔付款 · no such payment");
        } else if (exchange.getRequestMethod().equals("POST")) {
            Map<String, String> form = Answers.form(Answers.body(exchange));
            be(Fault.named(form.getOrDefault("fault", "NONE")));
            if (form.getOrDefault("deed", "").equals("pay")) {
                pay(rest);
            } else {
                cancel(rest);
            }
            Answers.redirect(exchange, payment.get().comeBack().toString());
        } else {
            Answers.send(exchange, 200, "text/html", CashierPage.of(payment.get()));
        }
    }

    private String json(long fen, OpenPayment payment) {
        ObjectNode told = JSON.createObjectNode()
                .put("merchant", merchant.id())
                .put("number", payment.number())
                .put("transaction", payment.transaction())
                .put("fen", fen)
                .put("currency", payment.currency())
                .put("status", payment.status().name());
        return JSON.writeValueAsString(told);
    }

    private String nonce() {
        byte[] octets = new byte[16];
        random.nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }

    String sign(String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(merchant.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HmacSHA256", missing);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        post.close();
    }
}
