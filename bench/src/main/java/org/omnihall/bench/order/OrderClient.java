package org.omnihall.bench.order;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A program that orders by TMF622. Every order has a key of its own; what is not answered is posted again under it until it is, for as long
 * as patience lasts.
 */
public final class OrderClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/tmf-api/productOrderingManagement/v4/productOrder";
    private static final Set<String> ENDS = Set.of("completed", "failed", "cancelled", "rejected");
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI hall;
    private final String token;
    private final long company;
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    /** @param hall such as {@code http://127.0.0.1:8080} */
    public OrderClient(URI hall, String token, long company) {
        this.hall = hall;
        this.token = token;
        this.company = company;
    }

    /** Orders one and gives the order's id. */
    public String place(String key, String offering, Map<String, String> answers) throws InterruptedException {
        long began = System.nanoTime();
        String said = "";
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            try {
                HttpResponse<String> answer = http.send(
                        request(PATH)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body(key, offering, answers)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 201) {
                    String id = JSON.readTree(answer.body()).path("id").asString();
                    ids.put(key, id);
                    return id;
                }
                said = answer.statusCode() + " " + answer.body();
                if (answer.statusCode() / 100 == 4) {
                    break;
                }
            } catch (IOException unanswered) {
                said = unanswered.toString();
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("order " + key + " is not taken: " + said);
    }

    /** The state of an order in the words of TMF622; nothing where nobody answers. */
    public Optional<String> state(String id) throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    http.send(request(PATH + "/" + id).GET().build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? Optional.of(JSON.readTree(answer.body()).path("state").asString())
                    : Optional.empty();
        } catch (IOException unanswered) {
            return Optional.empty();
        }
    }

    /** The orders that were taken, by their keys. */
    public Map<String, String> ids() {
        return Map.copyOf(ids);
    }

    /** Whether every order is at its end. */
    public boolean allEnded() throws InterruptedException {
        for (String id : List.copyOf(ids.values())) {
            if (state(id).filter(ENDS::contains).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(hall.resolve(path)).timeout(ANSWER).header("Authorization", "Bearer " + token);
    }

    private String body(String key, String offering, Map<String, String> answers) {
        ObjectNode order = JSON.createObjectNode().put("externalId", key);
        order.putArray("relatedParty")
                .addObject()
                .put("id", Long.toString(company))
                .put("role", "customer")
                .put("@referredType", "Organization");
        ObjectNode item = order.putArray("productOrderItem").addObject();
        item.put("id", "1").put("action", "add").put("quantity", 1);
        item.putObject("productOffering").put("id", offering);
        ArrayNode characteristics = item.putObject("product").putArray("productCharacteristic");
        answers.forEach(
                (name, value) -> characteristics.addObject().put("name", name).put("value", value));
        JsonNode whole = order;
        return whole.toString();
    }

    @Override
    public void close() {
        http.close();
    }
}
