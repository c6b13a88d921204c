package org.omnihall.hall.access.roaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.access.aaa.RadiusDrops;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.aaa.SmallNas;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.roaming.forward.HomeServers;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Packet;
import org.springframework.context.ApplicationContext;

/** A controller of the started hall, and the two home servers of the realm that its guests are of, over UDP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GuestHomes {

    static final MacAddress PHONE = new MacAddress(0x0211_2233_1301L);

    final Realms realms;
    final RoamingState state;
    final SmallNas nas;
    final Home home = new Home();
    final Home second = new Home();
    private final HomeServers servers;
    private final RadiusDrops drops;
    private final String here;
    private final String realm;

    GuestHomes(ApplicationContext hall, String here, String realm) {
        this.realms = hall.getBean(Realms.class);
        this.state = hall.getBean(RoamingState.class);
        this.servers = hall.getBean(HomeServers.class);
        this.drops = hall.getBean(RadiusDrops.class);
        this.here = here;
        this.realm = realm;
        this.nas = new SmallNas(here, hall.getBean(RadiusListeners.class));
        nas.register(hall.getBean(ControllerRegistry.class), "ac-for-" + realm, "domain", "strip");
        realm(realm, "strip", "true", "longest", "2h");
    }

    void realm(String name, String... more) {
        assertThat(realms.add(draft(name, more), "test")).isInstanceOf(Change.Done.class);
    }

    Draft draft(String name, String... more) {
        List<String> fields = new ArrayList<>(List.of("name", name, "patience", "1s", "rest", "10m"));
        fields.addAll(List.of("address1", "127.0.0.1", "port1", Integer.toString(home.port())));
        fields.addAll(List.of("accountingPort1", Integer.toString(home.accountingPort()), "secret1", Home.SECRET));
        fields.addAll(List.of("address2", "127.0.0.1", "port2", Integer.toString(second.port())));
        fields.addAll(List.of("accountingPort2", Integer.toString(second.accountingPort()), "secret2", Home.SECRET));
        fields.addAll(List.of(more));
        return Draft.of(fields.toArray(String[]::new));
    }

    @BeforeEach
    void begin() {
        home.silent(false);
        second.silent(false);
        home.adding(reply -> reply);
        Eventually.holds("both live", () -> isUp(0) && isUp(1));
        home.forget();
        second.forget();
    }

    @AfterAll
    void close() {
        nas.close();
        home.close();
        second.close();
    }

    boolean isUp(int place) {
        HomeServer server = state.book().named(realm).orElseThrow().servers().get(place);
        HomeServers.Standing standing = servers.standing(server);
        return standing.downSince().isEmpty() && standing.deafSince().isEmpty();
    }

    long drops(String reason) {
        return drops.rows().stream()
                .filter(row -> row.source().equals(here) && row.reason().equals(reason))
                .mapToLong(RadiusDrops.Row::number)
                .sum();
    }

    static List<String> states(Packet packet) {
        return packet.all(AttributeTypes.PROXY_STATE).stream()
                .map(Octets::toText)
                .toList();
    }
}
