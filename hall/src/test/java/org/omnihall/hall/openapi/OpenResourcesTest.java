package org.omnihall.hall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.catalogue.CatalogueSpecimens;
import org.omnihall.hall.channel.ChannelSpecimens;
import org.omnihall.hall.interaction.InteractionSpecimens;
import org.omnihall.hall.openapi.clients.ApiClients;
import org.omnihall.hall.ordering.open.OrderingSpecimens;
import org.omnihall.hall.party.resource.PartySpecimens;
import org.omnihall.hall.shell.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Every resource that a module declares does all that TMF630 asks: one proof for all of them. A new one needs a {@link Specimen} only. */
@HallTest
@Import(Widgets.class)
@TestPropertySource(
        properties = {
            "omnihall.openapi.private-callbacks=true",
            "omnihall.openapi.first-pause=50ms",
            "omnihall.openapi.poll=50ms",
            "omnihall.openapi.tries=3"
        })
class OpenResourcesTest {

    /** One line for each module that declares resources. */
    private static final List<Specimen.Source> SOURCES = List.of(
            Widgets.source(),
            ChannelSpecimens.source(),
            CatalogueSpecimens.source(),
            InteractionSpecimens.source(),
            PartySpecimens.source(),
            new OrderingSpecimens());

    private final int port;
    private final Registry registry;
    private final ApiClients clients;
    private final ApplicationContext hall;

    @Autowired
    OpenResourcesTest(@LocalServerPort int port, Registry registry, ApiClients clients, ApplicationContext hall) {
        this.port = port;
        this.registry = registry;
        this.clients = clients;
        this.hall = hall;
    }

    @TestFactory
    Stream<DynamicContainer> everyResourceBehaves() {
        Map<String, Specimen> specimens = new HashMap<>();
        SOURCES.forEach(source -> specimens.putAll(source.of(hall)));
        assertThat(specimens.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        registry.all().stream().map(OpenResource::path).toList());
        String token = clients.add(new ApiClient("prover", EnumSet.allOf(Right.class), "/", Optional.empty()), "test")
                .orElseThrow();
        Wire wire = new Wire(URI.create("http://127.0.0.1:" + port), token);
        return registry.all().stream()
                .map(resource -> DynamicContainer.dynamicContainer(
                        resource.path(),
                        new Conformance(wire, target(resource, Objects.requireNonNull(specimens.get(resource.path()))))
                                .checks().stream()
                                        .map(check -> DynamicTest.dynamicTest(
                                                check.name(), () -> check.body().run()))));
    }

    @Test
    void letsAClientDoOnlyWhatItMayAndSeeOnlyItsArea() {
        String blind = clients.add(new ApiClient("blind", Set.of(), "/", Optional.empty()), "test")
                .orElseThrow();
        String reader = clients.add(
                        new ApiClient("reader", Set.of(Right.CATALOGUE_SEE), "/zj/", Optional.empty()), "test")
                .orElseThrow();
        String writer = clients.add(
                        new ApiClient(
                                "writer",
                                Set.of(Right.CATALOGUE_SEE, Right.CATALOGUE_CHANGE),
                                "/zj/hz/",
                                Optional.empty()),
                        "test")
                .orElseThrow();
        String path = Widgets.API.path() + "/widget";
        Wire.Answer made = wire(writer).post(path, Wire.JSON.readTree("{\"name\":\"in Hangzhou\"}"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(wire(blind).get(path).status()).isEqualTo(403);
        assertThat(wire(reader).get(path, Map.of("name", "in Hangzhou")).rows()).hasSize(1);
        assertThat(wire(reader)
                        .post(path, Wire.JSON.readTree("{\"name\":\"x\"}"))
                        .status())
                .isEqualTo(403);
        String elsewhere = clients.add(
                        new ApiClient("elsewhere", Set.of(Right.CATALOGUE_SEE), "/js/", Optional.empty()), "test")
                .orElseThrow();
        assertThat(wire(elsewhere).get(path, Map.of("name", "in Hangzhou")).rows())
                .isEmpty();
        assertThat(wire(elsewhere).get(made.header("Location")).status()).isEqualTo(404);
        assertThat(new HashSet<>(clients.all().stream()
                        .map(entry -> entry.client().name())
                        .toList()))
                .contains("blind", "reader", "writer", "elsewhere");
    }

    @Test
    void showsEveryClientWhatBelongsToTheWholeOperator() {
        String local = clients.add(
                        new ApiClient("local", EnumSet.allOf(Right.class), "/nowhere/", Optional.empty()), "test")
                .orElseThrow();
        List<OpenResource> shown = registry.all().stream()
                .filter(resource -> !wire(local).get(resource.path()).rows().isEmpty())
                .toList();
        assertThat(shown).allMatch(resource -> resource.relation().common());
        assertThat(shown).extracting(resource -> resource.type().name()).contains("category", "salesChannel");
    }

    @Test
    void endsATokenThatWasRenewedAndAClientThatWasDisabled() {
        String token = clients.add(new ApiClient("passing", Set.of(Right.CATALOGUE_SEE), "/", Optional.empty()), "test")
                .orElseThrow();
        long id = clients.all().stream()
                .filter(entry -> entry.client().name().equals("passing"))
                .findFirst()
                .orElseThrow()
                .id();
        String path = Widgets.API.path() + "/widget";
        String next = clients.renew(id, "test").orElseThrow();
        assertThat(wire(token).get(path).status()).isEqualTo(401);
        assertThat(wire(next).get(path).status()).isEqualTo(200);
        clients.enable(id, false, "test");
        assertThat(wire(clients.renew(id, "test").orElseThrow()).get(path).status())
                .isEqualTo(401);
    }

    private static Conformance.Target target(OpenResource resource, Specimen specimen) {
        Set<String> methods = new HashSet<>(resource.writing().methods());
        resource.writing().creation().ifPresent(how -> methods.add("POST"));
        return new Conformance.Target(
                resource.path(), resource.type(), resource.writing().mandatory(), methods, specimen);
    }

    private Wire wire(String token) {
        return new Wire(URI.create("http://127.0.0.1:" + port), token);
    }
}
