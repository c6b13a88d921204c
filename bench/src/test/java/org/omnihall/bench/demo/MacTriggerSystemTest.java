package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.bench.demo.SystemHall.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.bench.ac.Controller;
import org.omnihall.bench.ac.Watcher;
import org.omnihall.bench.phone.Handset;
import org.omnihall.bench.phone.Traveller;
import org.omnihall.hall.access.network.Figure;
import org.omnihall.hall.access.network.Scope;
import org.omnihall.portal.Packet;
import org.omnihall.portal.Type;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A returning phone goes online without a page where its controller asks the MAC binding server (access rule 21). */
@ExtendWith(SystemHall.class)
class MacTriggerSystemTest {

    private static final City.Site SITE = City.SITES.get(3);

    /** What the controller told and heard over Portal, by type. */
    private record Heard(List<Type> out, List<Type> in) implements Watcher {
        @Override
        public void portal(Way way, Packet packet) {
            (way == Way.OUT ? out : in).add(packet.type());
        }

        long answers() {
            return in.stream().filter(Type.ACK_MACBINDING_INFO::equals).count();
        }
    }

    private final Heard heard = new Heard(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());

    @BeforeEach
    void returnWithoutAPage(RunningHall hall) {
        SystemHall.figure(hall, Scope.area(SITE.area()), Figure.RETURN_MODE, "MAC_TRIGGER");
    }

    @AfterEach
    void returnByThePage(RunningHall hall) {
        SystemHall.figure(hall, Scope.area(SITE.area()), Figure.RETURN_MODE, "");
    }

    @Test
    void bringsAReturningPhoneOnlineWithoutAPage(RunningHall hall) throws IOException, InterruptedException {
        assertThat(hall.node().macBindingBind()).isNotEqualTo(hall.node().bind());
        Handset handset = Handset.ofIndex("13857186001", 860);
        Centre inbox = new Centre(hall.centre());
        try (Controller controller = hall.city().playByMac(SITE, heard);
                Traveller traveller = new Traveller(handset, controller.gateway(), hall.trust(), inbox)) {
            controller.join(handset, City.SSID, SITE.accessPoint());
            await("a stranger's MAC is asked about", () -> heard.answers() == 1);
            assertThat(controller.online(handset)).isFalse();
            traveller.login();
            await("online by the code", () -> controller.online(handset));
            controller.leave(handset);
            await("offline", () -> !controller.online(handset));
            await("a binding is born", () -> ways(hall, handset).equals(List.of("CODE")));

            controller.join(handset, City.SSID, SITE.accessPoint());
            await("online by the MAC", () -> controller.online(handset));
            await("the login by MAC is written", () -> ways(hall, handset).equals(List.of("CODE", "MAC")));
            await("the notice of the first automatic login", () -> inbox.size(handset.number()) == 2);
            controller.leave(handset);
        }
    }

    @Test
    void bindsNobodyWhereReturnsGoByThePage(RunningHall hall) throws IOException, InterruptedException {
        returnByThePage(hall);
        Handset handset = Handset.ofIndex("13857186002", 861);
        Centre inbox = new Centre(hall.centre());
        try (Controller controller = hall.city().playByMac(SITE, heard);
                Traveller traveller = new Traveller(handset, controller.gateway(), hall.trust(), inbox)) {
            controller.join(handset, City.SSID, SITE.accessPoint());
            traveller.login();
            await("online by the code", () -> controller.online(handset));
            controller.leave(handset);
            await("a binding is born", () -> ways(hall, handset).equals(List.of("CODE")));
            controller.join(handset, City.SSID, SITE.accessPoint());
            await("its MAC is asked about again", () -> heard.answers() == 2);
            assertThat(controller.online(handset)).isFalse();
        }
    }

    /** By what a phone was let in, the first login first. */
    private static List<String> ways(RunningHall hall, Handset handset) {
        return hall.bean(JdbcClient.class)
                .sql("""
                        select way from access.attempt where mac = ? and way is not null
                            and exists (select 1 from access.binding where binding.mac = attempt.mac) order by started_at""")
                .param(handset.mac().toString())
                .query((row, number) -> row.getString("way"))
                .list();
    }
}
