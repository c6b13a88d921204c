package org.omnihall.hall.ordering.cashier;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.enterprise.Street;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Payment;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** A company pays on a cashier's page: the way there, the way back that waits, and the callback that lets the order go on (requirement D1). */
@HallTest
@TestPropertySource(properties = {"omnihall.ordering.poll=20ms", "omnihall.cashier.in-flight=0"})
class CashierWayTest {

    private static final long DUE = 12_300;
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\"([^\"]*)\"");

    private final int port;
    private final World world;
    private final Street street;
    private final Orders orders;
    private final TillBook tills;
    private final Clock clock;

    @Autowired
    CashierWayTest(@LocalServerPort int port, ApplicationContext hall) {
        this.port = port;
        this.world = new World(hall);
        this.street = new Street(hall, port);
        this.orders = hall.getBean(Orders.class);
        this.tills = hall.getBean(TillBook.class);
        this.clock = hall.getBean(Clock.class);
    }

    @Test
    void paysOnTheCashiersPageAndComesBack() throws IOException, InterruptedException {
        List<String> wishes = new CopyOnWriteArrayList<>();
        HttpServer cashier = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cashier.createContext("/v1/payments", exchange -> open(exchange, wishes));
        cashier.start();
        try {
            tills.put(till("http://127.0.0.1:" + cashier.getAddress().getPort()), "LI");
            walk(wishes);
        } finally {
            cashier.stop(0);
        }
    }

    private void walk(List<String> wishes) throws IOException, InterruptedException {
        Street.Shopkeeper li = street.opened("Paying Café");
        String wifi = world.offering("order-standard", DUE, 9_900, "wlan.page");
        Order order = world.placed(new Buyer.Firm(li.company(), Optional.empty()), Wish.add(wifi, 1, Map.of()));
        String page = "/enterprise/orders/" + order.id();
        assertThat(li.browser().get(page).body()).contains("¥123.00 to pay", page + "/cashier");
        String way = ConsoleBrowser.location(li.browser().post(page + "/cashier", "cashier", "street"));
        assertThat(way).isEqualTo(page + "/way");
        HttpResponse<String> leading = li.browser().get(way);
        assertThat(leading.headers().firstValue("Refresh").orElseThrow()).startsWith("1;url=http://127.0.0.1:");
        assertThat(leading.body()).contains("/page/");
        assertThat(ConsoleBrowser.location(li.browser().get(way)))
                .as("looked at again")
                .isEqualTo(page);
        String wish = wishes.getLast();
        assertThat(field(wish, "comeBack")).isEqualTo("http://localhost:" + port + page + "/paid");
        HttpResponse<String> waiting = li.browser().get(page + "/paid");
        assertThat(waiting.body()).contains("Waiting for the payment");
        assertThat(waiting.headers().firstValue("Refresh")).contains("2");
        assertThat(told(field(wish, "number"))).isEqualTo(200);
        Eventually.holds("it is done", () -> now(order).state().isEnd());
        assertThat(now(order).state()).isNotEqualTo(OrderState.PENDING_PAYMENT);
        assertThat(ConsoleBrowser.location(li.browser().get(page + "/paid"))).isEqualTo(page);
        assertThat(orders.payment(order.id()).orElseThrow().method()).isEqualTo(Payment.Method.CASHIER);
    }

    private int told(String number) throws IOException, InterruptedException {
        String body = """
                {"merchant":"m-1","number":"%s","transaction":"t-%s","fen":%d,"currency":"CNY","status":"PAID"}""".formatted(number, number, DUE);
        Callback callback = SomeTills.sandboxSays(
                "/pay/callback/street", body, "n-" + number, clock.instant().getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/pay/callback/street"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(callback.body()));
        callback.headers().forEach(request::header);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** Opens a payment: the answer names a page and is signed as the sandbox signs. */
    private void open(HttpExchange exchange, List<String> wishes) throws IOException {
        String wish = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        wishes.add(wish);
        String body = "{\"page\":\"http://127.0.0.1:"
                + exchange.getLocalAddress().getPort() + "/page/" + field(wish, "number") + "\"}";
        String second = Long.toString(clock.instant().getEpochSecond());
        String signed = String.join("\n", "POST", "/v1/payments", second, "nonce", body);
        exchange.getResponseHeaders().add("Cashier-Timestamp", second);
        exchange.getResponseHeaders().add("Cashier-Nonce", "nonce");
        exchange.getResponseHeaders().add("Cashier-Signature", hmac(signed));
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(201, octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SomeTills.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String field(String json, String name) {
        Matcher found = FIELD.matcher(json);
        while (found.find()) {
            if (found.group(1).equals(name)) {
                return found.group(2);
            }
        }
        throw new AssertionError("no " + name + " in " + json);
    }

    private static Till till(String address) {
        return Till.sandbox("street", "m-1", address, SomeTills.SECRET);
    }

    private Order now(Order order) {
        return orders.find(order.id()).orElseThrow();
    }
}
