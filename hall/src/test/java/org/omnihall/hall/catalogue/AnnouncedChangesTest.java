package org.omnihall.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelBook;
import org.omnihall.hall.channel.ChannelStatus;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.clients.ApiClients;
import org.omnihall.hall.shell.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Who listens to the catalogue and to the channels is told of what was done on screens and by files. */
@HallTest
@TestPropertySource(properties = "omnihall.openapi.private-callbacks=true")
class AnnouncedChangesTest {

    private static final ApiClient LISTENER =
            new ApiClient("announced", EnumSet.allOf(Right.class), "/", Optional.empty());

    private final int port;
    private final ApiClients clients;
    private final OfferingBook book;
    private final Prices prices;
    private final Channels channels;
    private final ChannelBook channelBook;
    private final JdbcClient db;

    @Autowired
    AnnouncedChangesTest(
            @LocalServerPort int port,
            ApiClients clients,
            OfferingBook book,
            Prices prices,
            Channels channels,
            ChannelBook channelBook,
            JdbcClient db) {
        this.port = port;
        this.clients = clients;
        this.book = book;
        this.prices = prices;
        this.channels = channels;
        this.channelBook = channelBook;
        this.db = db;
    }

    /** A new listener is seen after two seconds at most. */
    @BeforeEach
    void listens() throws IOException, InterruptedException {
        String token = clients.add(LISTENER, "LI").or(this::renewed).orElseThrow();
        subscribe("productCatalogManagement/v4", token);
        subscribe("salesChannel/v1", token);
        Channel app = channels.byCode("app").orElseThrow();
        Eventually.holds("listening", () -> {
            channelBook.change(app, "LI");
            return !told().isEmpty();
        });
        db.sql("delete from openapi.delivery").update();
    }

    @Test
    void tellsOfAnOfferingFromItsBeginningToItsEnd() {
        book.add(Sample.offering("heard", LifeCycle.DESIGN), "LI");
        prices.setNow(new Price(0, "heard", Price.Kind.MONTHLY, "", 1, Sample.NOON), "LI");
        book.move("heard", LifeCycle.RETIRED, "LI");
        book.remove("heard", "LI");
        assertThat(told())
                .containsExactly(
                        "ProductOfferingCreateEvent",
                        "ProductOfferingPriceCreateEvent",
                        "ProductOfferingAttributeValueChangeEvent",
                        "ProductOfferingDeleteEvent");
    }

    @Test
    void tellsOfAChannelThatClosesForAWhile() {
        Channel kiosk = channels.byCode("kiosk").orElseThrow();
        channelBook.move(kiosk.id(), ChannelStatus.SUSPENDED, "LI");
        channelBook.move(kiosk.id(), ChannelStatus.SUSPENDED, "LI");
        channelBook.change(kiosk, "LI");
        assertThat(told()).containsExactly("SalesChannelStateChangeEvent", "SalesChannelAttributeValueChangeEvent");
    }

    private Optional<String> renewed() {
        return clients.all().stream()
                .filter(entry -> entry.client().name().equals(LISTENER.name()))
                .findFirst()
                .flatMap(entry -> clients.renew(entry.id(), "LI"));
    }

    private void subscribe(String api, String token) throws IOException, InterruptedException {
        db.sql("delete from openapi.subscription where api = ?")
                .param("/tmf-api/" + api)
                .update();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/tmf-api/" + api + "/hub"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"callback\":\"http://127.0.0.1:9/\"}"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        }
    }

    private List<String> told() {
        return db.sql("select event_type from openapi.delivery order by id")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
