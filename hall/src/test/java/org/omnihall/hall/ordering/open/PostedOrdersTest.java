package org.omnihall.hall.ordering.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.clients.ApiClients;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.shell.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The fields of a posted order: its key, its channel, what its items do. */
@HallTest
class PostedOrdersTest {

    private final int port;
    private final World world;
    private final ApiClients clients;
    private World.Cafe cafe = new World.Cafe(0, 0, 0);
    private String plain = "";
    private String token = "";

    @Autowired
    PostedOrdersTest(@LocalServerPort int port, ApplicationContext hall, ApiClients clients) {
        this.port = port;
        this.world = new World(hall);
        this.clients = clients;
    }

    @BeforeEach
    void begin() {
        cafe = world.cafe();
        world.account(cafe, BillingAccount.Form.POSTPAID);
        plain = world.offering("order-standard", 100, 0, "wlan.profile");
        token = clients.add(
                        new ApiClient(
                                "posted-" + UUID.randomUUID().toString().substring(0, 8),
                                Set.of(Right.ORDER_SEE, Right.ORDER_CHANGE),
                                "/",
                                Optional.of("app")),
                        "test")
                .orElseThrow();
    }

    @Test
    void takesAKeyOfAHundredCharactersAndSaysSoOfALongerOne() throws IOException, InterruptedException {
        assertThat(posted(key("k".repeat(100)), 1, "add")).startsWith("201");
        assertThat(posted(key("k".repeat(100)), 2, "add")).startsWith("409").contains("KEY_REUSED");
        assertThat(posted(key("k".repeat(101)), 1, "add")).startsWith("400").contains("externalId");
    }

    @Test
    void takesAnEmptyKeyForNone() throws IOException, InterruptedException {
        assertThat(posted(key(""), 1, "add")).startsWith("201");
        assertThat(posted(key(""), 2, "add")).startsWith("201");
    }

    @Test
    void demandsAChannelOfOursWhoeverPosts() throws IOException, InterruptedException {
        assertThat(posted(channel("no-such-channel"), 1, "add"))
                .startsWith("400")
                .contains("channel[0].id");
        assertThat(posted(channel("999999999999"), 1, "add")).startsWith("400").contains("channel[0].id");
        String app = Long.toString(world.channel("app").value());
        assertThat(posted(channel(app), 1, "add")).startsWith("201");
        String web = Long.toString(world.channel("web-hall").value());
        assertThat(posted(channel(web), 1, "add")).startsWith("403");
    }

    @Test
    void readsTheActionInTheWordsInWhichItIsShown() throws IOException, InterruptedException {
        assertThat(posted("", 1, "modify")).startsWith("400").contains("PRODUCT_UNKNOWN");
        assertThat(posted("", 1, "delete")).startsWith("400").contains("PRODUCT_UNKNOWN");
        assertThat(posted("", 1, "ADD")).startsWith("400").contains("add, modify or delete");
    }

    private static String key(String key) {
        return "\"externalId\": \"" + key + "\",";
    }

    private static String channel(String id) {
        return "\"channel\": [{\"id\": \"" + id + "\"}],";
    }

    private String posted(String more, int quantity, String action) throws IOException, InterruptedException {
        String body = """
                {%s "relatedParty": [{"id": "%d", "role": "customer", "@referredType": "Organization"}],
                 "productOrderItem": [{"action": "%s", "quantity": %d, "productOffering": {"id": "%s"}}]}""".formatted(more, cafe.id(), action, quantity, plain);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/tmf-api/productOrderingManagement/v4/productOrder"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }
}
