package org.omnihall.hall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.openapi.clients.ApiClients;
import org.omnihall.hall.shell.Right;
import org.omnihall.tmf.WebhookSignature;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.node.ObjectNode;

/** Listeners are told what they asked for, signed, in order, until they take it. */
@HallTest
@Import(Widgets.class)
@TestPropertySource(
        properties = {
            "omnihall.openapi.private-callbacks=true",
            "omnihall.openapi.first-pause=50ms",
            "omnihall.openapi.poll=50ms",
            "omnihall.openapi.tries=3"
        })
class HubTest {

    private static final String HUB = Widgets.API.path() + "/hub";
    private static final String WIDGETS = Widgets.API.path() + "/widget";
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private final JdbcClient db;
    private final Wire wire;
    private final ApiClients clients;
    private final int port;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger failuresLeft = new AtomicInteger();
    private Optional<HttpServer> listener = Optional.empty();

    /** One notification as it arrived. */
    private record Told(String path, String id, String timestamp, String signature, String body) {

        ObjectNode event() {
            return (ObjectNode) Wire.JSON.readTree(body);
        }

        String type() {
            return event().path("eventType").asString();
        }

        ObjectNode widget() {
            return (ObjectNode) event().path("event").path("widget");
        }
    }

    @Autowired
    HubTest(@LocalServerPort int port, ApiClients clients, JdbcClient db) {
        this.db = db;
        this.clients = clients;
        this.port = port;
        String token = clients.add(
                        new ApiClient(
                                "listener-" + CLIENTS.incrementAndGet(),
                                EnumSet.allOf(Right.class),
                                "/",
                                Optional.empty()),
                        "test")
                .orElseThrow();
        this.wire = new Wire(URI.create("http://127.0.0.1:" + port), token);
    }

    @BeforeEach
    void listen() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::hear);
        server.start();
        listener = Optional.of(server);
    }

    @AfterEach
    void hangUp() {
        wire.get(HUB)
                .rows()
                .forEach(one -> wire.delete(HUB + "/" + one.path("id").asString()));
        listener.orElseThrow().stop(0);
    }

    private void hear(HttpExchange exchange) throws IOException {
        boolean fails = failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (!fails) {
            told.add(new Told(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        }
        exchange.sendResponseHeaders(fails ? 503 : 204, -1);
        exchange.close();
    }

    @Test
    void tellsOfCreationChangeStateAndEndInOrderAndSigned() {
        ObjectNode hub = subscribe("");
        String href = create("{\"name\":\"drill\",\"state\":\"new\"}");
        wire.patch(href, Wire.JSON.readTree("{\"note\":\"oiled\"}"));
        wire.patch(href, Wire.JSON.readTree("{\"state\":\"used\"}"));
        wire.delete(href);
        Eventually.holds("four notifications", () -> told.size() == 4);
        assertThat(told.stream().map(Told::type))
                .containsExactly(
                        "WidgetCreateEvent",
                        "WidgetAttributeValueChangeEvent",
                        "WidgetStateChangeEvent",
                        "WidgetDeleteEvent");
        assertThat(told.getFirst().path()).isEqualTo("/tmf/listener/widgetCreateEvent");
        assertThat(told.getFirst().widget().path("href").asString()).isEqualTo(href);
        assertThat(told.getLast().widget().path("state").asString()).isEqualTo("used");
        byte[] secret = Base64.getDecoder().decode(hub.path("secret").asString().substring("whsec_".length()));
        assertThat(told)
                .allSatisfy(one -> assertThat(WebhookSignature.headers(
                                secret, one.id(), Instant.ofEpochSecond(Long.parseLong(one.timestamp())), one.body()))
                        .containsEntry("webhook-signature", one.signature()));
    }

    @Test
    void tellsOnlyWhatTheQueryAsksFor() {
        subscribe("eventType=WidgetStateChangeEvent&event.widget.state=broken");
        String href = create("{\"name\":\"lamp\",\"state\":\"new\"}");
        wire.patch(href, Wire.JSON.readTree("{\"state\":\"used\"}"));
        wire.patch(href, Wire.JSON.readTree("{\"state\":\"broken\"}"));
        Eventually.holds("one notification", () -> !told.isEmpty());
        Eventually.holds("nothing waits", () -> waiting() == 0);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().widget().path("state").asString()).isEqualTo("broken");
    }

    @Test
    void triesAgainUntilTheListenerTakesItAndKeepsTheOrder() {
        subscribe("");
        failuresLeft.set(2);
        String href = create("{\"name\":\"late\",\"state\":\"new\"}");
        wire.patch(href, Wire.JSON.readTree("{\"state\":\"used\"}"));
        Eventually.holds("both notifications", () -> told.size() == 2);
        assertThat(told.stream().map(Told::type)).containsExactly("WidgetCreateEvent", "WidgetStateChangeEvent");
    }

    @Test
    void givesUpAfterTheLastTryAndGoesOnWithTheNext() {
        subscribe("");
        failuresLeft.set(3);
        String href = create("{\"name\":\"lost\",\"state\":\"new\"}");
        wire.patch(href, Wire.JSON.readTree("{\"state\":\"used\"}"));
        Eventually.holds("the second notification", () -> told.size() == 1);
        assertThat(told.getFirst().type()).isEqualTo("WidgetStateChangeEvent");
        assertThat(db.sql(
                                "select event_type || ' ' || tries || ' ' || last_answer from openapi.delivery where state = 'DEAD' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("WidgetCreateEvent 3 503");
    }

    @Test
    void refusesASubscriptionThatCannotBe() {
        assertThat(refused("{\"query\":\"\"}")).contains("callback");
        assertThat(refused("{\"callback\":\"ftp://a.example/\"}")).contains("callback");
        assertThat(refused("{\"callback\":\"https://user@a.example/\"}")).contains("callback");
        assertThat(refused("{\"callback\":\"https://a.example/\",\"query\":\"event.widget.colour=red\"}"))
                .contains("event.widget.colour");
        assertThat(refused("{\"callback\":\"https://a.example/\",\"query\":\"limit=3\"}"))
                .contains("conditions");
        assertThat(refused("{\"callback\":\"https://a.example/\",\"colour\":1}"))
                .contains("colour");
        assertThat(wire.get(HUB).rows()).isEmpty();
        assertThat(wire.get(HUB + "/1").status()).isEqualTo(404);
        assertThat(wire.delete(HUB + "/x").status()).isEqualTo(404);
        assertThat(wire.get("/tmf-api/noSuch/v4/hub").status()).isEqualTo(404);
    }

    @Test
    void tellsNobodyWhatHeMayNotSee() {
        String token = clients.add(
                        new ApiClient(
                                "curious-" + CLIENTS.incrementAndGet(),
                                EnumSet.of(Right.INTERFACE_SEE),
                                "/",
                                Optional.empty()),
                        "test")
                .orElseThrow();
        Wire curious = new Wire(URI.create("http://127.0.0.1:" + port), token);
        ObjectNode wish = Wire.JSON.createObjectNode().put("callback", "https://curious.example/tmf");
        assertThat(curious.get(WIDGETS).status()).isEqualTo(403);
        assertThat(curious.post(HUB, wish).status()).isEqualTo(403);
        assertThat(curious.get(HUB).rows()).isEmpty();
    }

    @Test
    void forgetsASubscriptionThatEnds() {
        ObjectNode hub = subscribe("");
        String href = HUB + "/" + hub.path("id").asString();
        assertThat(wire.get(href).object().path("callback").asString())
                .isEqualTo(hub.path("callback").asString());
        assertThat(wire.get(href).object().has("secret")).isFalse();
        assertThat(wire.delete(href).status()).isEqualTo(204);
        assertThat(wire.delete(href).status()).isEqualTo(404);
        create("{\"name\":\"unheard\"}");
        assertThat(waiting()).isZero();
        assertThat(told).isEmpty();
    }

    private String refused(String body) {
        Wire.Answer answer = wire.post(HUB, Wire.JSON.readTree(body));
        assertThat(answer.status()).isEqualTo(400);
        return answer.object().path("message").asString();
    }

    private ObjectNode subscribe(String query) {
        String callback =
                "http://127.0.0.1:" + listener.orElseThrow().getAddress().getPort() + "/tmf/";
        ObjectNode wish = Wire.JSON.createObjectNode().put("callback", callback).put("query", query);
        Wire.Answer answer = wire.post(HUB, wish);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Location"))
                .isEqualTo(HUB + "/" + answer.object().path("id").asString());
        return answer.object();
    }

    private String create(String body) {
        return wire.post(WIDGETS, Wire.JSON.readTree(body)).header("Location");
    }

    private int waiting() {
        return db.sql("select count(*) from openapi.delivery where state = 'WAITING'")
                .query(Integer.class)
                .single();
    }
}
