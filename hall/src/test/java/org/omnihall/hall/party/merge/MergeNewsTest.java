package org.omnihall.hall.party.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.HANGZHOU;
import static org.omnihall.hall.party.Town.done;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.clients.ApiClients;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Change.Refused;
import org.omnihall.hall.party.Company.Facts;
import org.omnihall.hall.party.Folk;
import org.omnihall.hall.party.Town;
import org.omnihall.hall.party.merge.Duplicate.Kind;
import org.omnihall.hall.shell.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Who listens to an interface hears that two records became one, and that they are two again. */
@HallTest
@TestPropertySource(properties = "omnihall.openapi.private-callbacks=true")
class MergeNewsTest {

    private final int port;
    private final ApiClients clients;
    private final Folk folk;
    private final Merges merges;
    private final Areas areas;
    private final JdbcClient db;

    @Autowired
    MergeNewsTest(
            @LocalServerPort int port,
            ApplicationContext hall,
            ApiClients clients,
            Merges merges,
            Areas areas,
            JdbcClient db) {
        this.port = port;
        this.clients = clients;
        this.folk = new Folk(hall);
        this.merges = merges;
        this.areas = areas;
        this.db = db;
    }

    @BeforeEach
    void begin() {
        Town.areas(areas);
    }

    /** What was told goes with the subscription. */
    @AfterEach
    void listensNoMore() {
        db.sql("delete from openapi.subscription where client like 'merge-news-%'")
                .update();
    }

    @Test
    void tellsOfTwoCompaniesThatBecomeOneAndTwoAgain() throws IOException, InterruptedException {
        long kept = folk.company(Facts.of("kept in the news", HANGZHOU)).id();
        long gone = folk.company(Facts.of("gone from the news", HANGZHOU)).id();
        listen("merge-news-companies", "party", "customerManagement");
        Merge merge = done(merges.merge(Kind.COMPANY, kept, gone, ACTOR));
        assertThat(told("merge-news-companies"))
                .containsExactlyInAnyOrder(
                        "OrganizationDeleteEvent organization:" + gone,
                        "CustomerDeleteEvent customer:" + gone,
                        "OrganizationAttributeValueChangeEvent organization:" + kept,
                        "CustomerAttributeValueChangeEvent customer:" + kept);
        done(merges.undo(merge.id(), ACTOR));
        assertThat(told("merge-news-companies"))
                .containsExactlyInAnyOrder(
                        "OrganizationCreateEvent organization:" + gone,
                        "CustomerCreateEvent customer:" + gone,
                        "OrganizationAttributeValueChangeEvent organization:" + kept,
                        "CustomerAttributeValueChangeEvent customer:" + kept);
        assertThat(merges.undo(merge.id(), ACTOR)).isEqualTo(new Refused<>(Reason.ALREADY));
        assertThat(told("merge-news-companies")).isEmpty();
    }

    @Test
    void tellsOfTwoPersonsThatBecomeOneAndTwoAgain() throws IOException, InterruptedException {
        long kept = folk.person("新闻甲", 871).id();
        long gone = folk.person("新闻乙", 872).id();
        listen("merge-news-persons", "party");
        Merge merge = done(merges.merge(Kind.INDIVIDUAL, kept, gone, ACTOR));
        assertThat(told("merge-news-persons"))
                .containsExactlyInAnyOrder(
                        "IndividualDeleteEvent individual:" + gone,
                        "IndividualAttributeValueChangeEvent individual:" + kept);
        done(merges.undo(merge.id(), ACTOR));
        assertThat(told("merge-news-persons"))
                .containsExactlyInAnyOrder(
                        "IndividualCreateEvent individual:" + gone,
                        "IndividualAttributeValueChangeEvent individual:" + kept);
    }

    /** What the client was told since this was asked last. */
    private List<String> told(String client) {
        String its =
                " from openapi.delivery where subscription_id in (select id from openapi.subscription where client = ?)";
        List<String> told = db.sql("select event_type || ' ' || subject" + its)
                .param(client)
                .query((row, number) -> row.getString(1))
                .list();
        db.sql("delete" + its).param(client).update();
        return told;
    }

    private void listen(String client, String... apis) throws IOException, InterruptedException {
        String token = clients.add(new ApiClient(client, EnumSet.allOf(Right.class), "/", Optional.empty()), ACTOR)
                .orElseThrow();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String api : apis) {
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/tmf-api/" + api + "/v4/hub"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"callback\":\"http://127.0.0.1:9/nobody\"}"))
                        .build();
                assertThat(http.send(request, HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(201);
            }
        }
    }
}
