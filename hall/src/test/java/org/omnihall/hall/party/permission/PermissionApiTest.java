package org.omnihall.hall.party.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.party.Town.HANGZHOU;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.clients.ApiClients;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Town;
import org.omnihall.hall.party.staff.StaffChanged;
import org.omnihall.hall.shell.Right;
import org.omnihall.tmf.Happening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rights of the staff over TMF672: who sees them, what is told of a right, and that a change reaches who listens. */
@HallTest
@TestPropertySource(properties = "omnihall.openapi.private-callbacks=true")
class PermissionApiTest {

    private static final String API = "/tmf-api/userrolepermission/v4/";
    private static final String NINGBO = "/zj/nb/";

    private final int port;
    private final ApiClients clients;
    private final Areas areas;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private String li = "";

    @Autowired
    PermissionApiTest(
            @LocalServerPort int port,
            ApiClients clients,
            Areas areas,
            JdbcClient db,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        this.port = port;
        this.clients = clients;
        this.areas = areas;
        this.db = db;
        this.events = events;
        this.transaction = transaction;
    }

    @BeforeEach
    void people() {
        Town.areas(areas);
        db.sql("delete from party.staff where login like 'perm-%'").update();
        li = Town.staff(db, "perm-li", HANGZHOU);
        db.sql("update party.staff set roles = array['clerk', 'manager'] where login = ?")
                .param(li)
                .update();
    }

    @Test
    void tellsRolesWithWhatTheyMayDo() throws IOException, InterruptedException {
        JsonNode role = read(client("roles", "/", Right.STAFF_CHANGE), "userRole/administrator");
        assertThat(role.path("involvementRole").asString()).isEqualTo("administrator");
        assertThat(entitlement(role, "NUMBER_PLAN_CHANGE")).isEqualTo("number-plan change");
        assertThat(entitlement(role, "IMPORT")).isEqualTo("import use");
        assertThat(role.path("entitlement").size()).isEqualTo(Right.values().length);
    }

    @Test
    void tellsWhoMayDoWhatWhereAndNothingOfWhoIsLocked() throws IOException, InterruptedException {
        String token = client("whole", "/", Right.STAFF_CHANGE);
        JsonNode open = read(token, "permission/" + li);
        assertThat(open.path("assetUserRole")
                        .path(0)
                        .path("userRole")
                        .path("id")
                        .asString())
                .isEqualTo("clerk");
        assertThat(open.path("assetUserRole")
                        .path(1)
                        .path("manageableAsset")
                        .path("id")
                        .asString())
                .isEqualTo(HANGZHOU);
        db.sql("update party.staff set locked = true where login = ?").param(li).update();
        assertThat(read(token, "permission/" + li).path("assetUserRole").size()).isZero();
    }

    @Test
    void showsAClientTheStaffOfItsAreaAndOnlyWithTheRight() throws IOException, InterruptedException {
        assertThat(asked(client("near", HANGZHOU, Right.STAFF_CHANGE), "permission/" + li))
                .startsWith("200");
        assertThat(asked(client("far", NINGBO, Right.STAFF_CHANGE), "permission/" + li))
                .startsWith("404");
        assertThat(asked(client("blind", "/", Right.CUSTOMER_CHANGE), "permission/" + li))
                .startsWith("403");
        assertThat(asked(client("idle", "/", Right.CUSTOMER_CHANGE), "userRole/clerk"))
                .startsWith("403");
    }

    @Test
    void tellsListenersOfAChange() throws IOException, InterruptedException {
        String token = client("listener", "/", Right.STAFF_CHANGE, Right.INTERFACE_SEE);
        String hub = "{\"callback\": \"http://127.0.0.1:9/here\"}";
        HttpRequest request = request(token, "hub")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(hub))
                .build();
        assertThat(sent(request)).startsWith("201");
        transaction.executeWithoutResult(status -> events.publishEvent(new StaffChanged(li, Happening.CHANGE)));
        assertThat(db.sql("select event_type from openapi.delivery order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("PermissionAttributeValueChangeEvent");
    }

    private static String entitlement(JsonNode role, String right) {
        return role.path("entitlement").values().stream()
                .filter(one -> one.path("id").asString().equals(right))
                .map(one -> one.path("function").asString() + " "
                        + one.path("action").asString())
                .findFirst()
                .orElse("none");
    }

    private String client(String name, String area, Right... rights) {
        return clients.add(new ApiClient("perm-" + name, Set.of(rights), area, Optional.empty()), "test")
                .orElseThrow();
    }

    private JsonNode read(String token, String path) throws IOException, InterruptedException {
        String said = asked(token, path);
        assertThat(said).startsWith("200 ");
        return JsonMapper.shared().readTree(said.substring(4));
    }

    private String asked(String token, String path) throws IOException, InterruptedException {
        return sent(request(token, path).GET().build());
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + API + path))
                .header("Authorization", "Bearer " + token);
    }

    private static String sent(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }
}
