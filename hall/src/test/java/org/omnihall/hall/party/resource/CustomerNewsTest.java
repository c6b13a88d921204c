package org.omnihall.hall.party.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.HANGZHOU;
import static org.omnihall.hall.party.Town.done;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.clients.ApiClients;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Change.Refused;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Company.Facts;
import org.omnihall.hall.party.Tiers;
import org.omnihall.hall.party.Town;
import org.omnihall.hall.shell.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Who listens to an interface hears of what was changed elsewhere, such as on the console. */
@HallTest
@TestPropertySource(properties = "omnihall.openapi.private-callbacks=true")
class CustomerNewsTest {

    private final int port;
    private final ApiClients clients;
    private final Companies companies;
    private final Tiers tiers;
    private final Areas areas;
    private final JdbcClient db;
    private final Clock clock;

    @Autowired
    CustomerNewsTest(
            @LocalServerPort int port,
            ApiClients clients,
            Companies companies,
            Tiers tiers,
            Areas areas,
            JdbcClient db,
            Clock clock) {
        this.port = port;
        this.clients = clients;
        this.companies = companies;
        this.tiers = tiers;
        this.areas = areas;
        this.db = db;
        this.clock = clock;
    }

    @Test
    void tellsOfACompanyThatWasAddedChangedAndMovedToAnotherTier() throws IOException, InterruptedException {
        Town.areas(areas);
        String token = clients.add(new ApiClient("news", EnumSet.allOf(Right.class), "/", Optional.empty()), "test")
                .orElseThrow();
        listen(token, "party");
        listen(token, "customerManagement");
        Company company = done(companies.add(Facts.of("in the news", HANGZHOU), ACTOR));
        done(companies.change(company.id(), Facts.of("in the news again", HANGZHOU), ACTOR));
        tiers.spend(company.id(), 100_000, clock.instant(), ACTOR);
        assertThat(db.sql("select event_type from openapi.delivery order by id")
                        .query((row, number) -> row.getString("event_type"))
                        .list())
                .containsExactlyInAnyOrderElementsOf(List.of(
                        "OrganizationCreateEvent",
                        "CustomerCreateEvent",
                        "OrganizationAttributeValueChangeEvent",
                        "CustomerAttributeValueChangeEvent",
                        "OrganizationAttributeValueChangeEvent",
                        "CustomerAttributeValueChangeEvent"));
    }

    @Test
    void changesNothingThatWasChangedSinceItWasRead() {
        Town.areas(areas);
        Company company = done(companies.add(Facts.of("read long ago", HANGZHOU), ACTOR));
        long version = db.sql("select version from party.company where id = ?")
                .param(company.id())
                .query(Long.class)
                .single();
        done(companies.change(company.id(), version, Facts.of("read just now", HANGZHOU), ACTOR));
        assertThat(companies.change(company.id(), version, Facts.of("read too late", HANGZHOU), ACTOR))
                .isEqualTo(new Refused<>(Reason.CHANGED_SINCE));
    }

    private void listen(String token, String api) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/tmf-api/" + api + "/v4/hub"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"callback\":\"http://127.0.0.1:9/nobody\"}"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(201);
        }
    }
}
