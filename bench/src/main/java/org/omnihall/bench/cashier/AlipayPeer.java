package org.omnihall.bench.cashier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A peer that speaks the two methods of Alipay's open platform that a page payment takes, and believes only what the application signed. */
public final class AlipayPeer implements AutoCloseable {

    public static final String SELLER = "2088102146225135";
    public static final String APP = "2014072300007148";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final KeyPairs own = KeyPairs.generate();
    private final KeyPairs application;
    private final Post post;
    private final Map<String, NavigableMap<String, String>> trades = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong(20_261_126_220_014_000L);

    /** @param application the keys of the application, of which a real peer has only the public one */
    public AlipayPeer(KeyPairs application, SSLContext trust) {
        this.application = application;
        this.post = new Post(trust, Duration.ofMillis(200));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/gateway.do", this::serve);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/gateway.do");
    }

    public String publicKey() {
        return own.publicPem();
    }

    public List<Integer> answers() {
        return post.answers();
    }

    /** The payer pays; the result comes as a signed form unless it is lost. */
    public void pay(String number, boolean lost) {
        NavigableMap<String, String> trade = Objects.requireNonNull(trades.get(number));
        trade.put("trade_status", "TRADE_SUCCESS");
        if (!lost) {
            NavigableMap<String, String> told = new TreeMap<>(trade);
            told.put("notify_type", "trade_status_sync");
            told.put("notify_id", "n" + numbers.incrementAndGet());
            told.put("notify_time", "2026-11-26 12:00:00");
            told.put("charset", "utf-8");
            told.put("version", "1.0");
            URI tellAt = URI.create(Objects.requireNonNull(told.remove("notify_url")));
            told.put("sign", own.sign(joined(told)));
            told.put("sign_type", "RSA2");
            post.bring(() -> HttpRequest.newBuilder(tellAt)
                    .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofString(Answers.form(told)))
                    .build());
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        boolean get = exchange.getRequestMethod().equals("GET");
        String text = get ? exchange.getRequestURI().getRawQuery() : Answers.body(exchange);
        NavigableMap<String, String> asked = Answers.form(text);
        boolean proved = application.verifies(joined(without(asked, "sign")), asked.getOrDefault("sign", ""))
                && asked.getOrDefault("app_id", "").equals(APP);
        if (!proved) {
            Answers.send(exchange, 400, "text/plain", "invalid-signature");
            return;
        }
        JsonNode business = JSON.readTree(asked.getOrDefault("biz_content", "{}"));
        String number = business.path("out_trade_no").stringValue();
        if (asked.getOrDefault("method", "").equals("alipay.trade.page.pay")) {
            trades.computeIfAbsent(number, key -> trade(asked, business));
            Answers.send(exchange, 200, "text/html", "<h1>支付宝 " + number + "</h1>");
        } else {
            Answers.send(exchange, 200, "application/json", answer(number));
        }
    }

    private NavigableMap<String, String> trade(NavigableMap<String, String> asked, JsonNode business) {
        return new TreeMap<>(Map.of(
                "app_id", APP,
                "seller_id", SELLER,
                "out_trade_no", business.path("out_trade_no").stringValue(),
                "trade_no", Long.toString(numbers.incrementAndGet()),
                "total_amount", business.path("total_amount").stringValue(),
                "subject", business.path("subject").stringValue(),
                "trade_status", "WAIT_BUYER_PAY",
                "notify_url", asked.getOrDefault("notify_url", "")));
    }

    private String answer(String number) {
        NavigableMap<String, String> trade = trades.get(number);
        ObjectNode told = JSON.createObjectNode();
        if (trade == null) {
            told.put("code", "40004").put("msg", "Business Failed").put("sub_code", "ACQ.TRADE_NOT_EXIST");
        } else {
            told.put("code", "10000").put("msg", "Success");
            List.of("out_trade_no", "trade_no", "total_amount", "trade_status")
                    .forEach(name -> told.put(name, trade.getOrDefault(name, "")));
        }
        String said = JSON.writeValueAsString(told);
        return "{\"alipay_trade_query_response\":" + said + ",\"sign\":\"" + own.sign(said) + "\"}";
    }

    private static NavigableMap<String, String> without(NavigableMap<String, String> parameters, String... names) {
        NavigableMap<String, String> some = new TreeMap<>(parameters);
        List.of(names).forEach(some::remove);
        return some;
    }

    private static String joined(NavigableMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        server.stop(0);
        post.close();
    }
}
