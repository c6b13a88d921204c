package org.omnihall.hall.ordering.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.catalogue.Characteristic;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.clients.ApiClients;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.shell.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Orders that programs post: by their own channel only, and refused where that may not complete the business (requirement B16). */
@HallTest
class ProductOrderApiTest {

    private final int port;
    private final World world;
    private final ApiClients clients;

    @Autowired
    ProductOrderApiTest(@LocalServerPort int port, ApplicationContext hall, ApiClients clients) {
        this.port = port;
        this.world = new World(hall);
        this.clients = clients;
    }

    @Test
    void refusesSensitiveBusinessAndAnotherChannel() throws IOException, InterruptedException {
        World.Cafe cafe = world.cafe();
        world.account(cafe, BillingAccount.Form.POSTPAID);
        String token = clients.add(
                        new ApiClient("app", Set.of(Right.ORDER_SEE, Right.ORDER_CHANGE), "/", Optional.of("app")),
                        "test")
                .orElseThrow();
        String papers = world.offering("real-name", 100, 0, "wlan.profile");
        String simple = world.offering(
                "order-standard",
                List.of(new Characteristic("ssid", "ssid", "", Characteristic.Type.TEXT, true, List.of())),
                100,
                0,
                "wlan.profile");
        assertThat(posted(token, cafe, papers, "")).startsWith("409").contains("SENSITIVE_OUTSIDE_OWN_STORE");
        assertThat(posted(token, cafe, simple, "")).startsWith("400").contains("ssid MISSING");
        assertThat(posted(token, cafe, "no-such-thing", "")).startsWith("400").contains("OFFERING_UNKNOWN");
        String plain = world.offering("order-standard", 100, 0, "wlan.profile");
        assertThat(posted(token, cafe, plain, "")).startsWith("201").contains("\"state\":\"pending\"");
        assertThat(posted(token, cafe, plain, "\"channel\": [{\"id\": \"web-hall\"}],"))
                .startsWith("403");
        assertThat(posted(token, cafe, plain, "\"channel\": [{\"id\": \"app\"}],"))
                .startsWith("201");
    }

    private String posted(String token, World.Cafe cafe, String offering, String more)
            throws IOException, InterruptedException {
        String body = """
                {%s "relatedParty": [{"id": "%d", "role": "customer", "@referredType": "Organization"}],
                 "productOrderItem": [{"action": "add", "quantity": 1, "productOffering": {"id": "%s"}}]}""".formatted(more, cafe.id(), offering);
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
