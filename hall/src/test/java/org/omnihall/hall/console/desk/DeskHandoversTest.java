package org.omnihall.hall.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactFilter;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Contacts;
import org.omnihall.hall.interaction.LoggedContact;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.shell.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What one channel may not or cannot finish goes on at another, and nothing is asked twice. */
@HallTest
class DeskHandoversTest {

    private final DeskWorld desk;
    private final World world;
    private final Contacts contacts;
    private final Orders orders;

    @Autowired
    DeskHandoversTest(@LocalServerPort int port, ApplicationContext hall) {
        this.desk = new DeskWorld(port, hall);
        this.world = new World(hall);
        this.contacts = hall.getBean(Contacts.class);
        this.orders = hall.getBean(Orders.class);
    }

    @Test
    void refusesSensitiveBusinessNamesTheRuleAndHandsItOverWithNothingAskedTwice() {
        String papers = world.offering("real-name", 0, 0, "wlan.page");
        Channel agents = desk.channel(ChannelKind.AGENT_POINT, "/");
        Channel store = desk.channel(ChannelKind.HALL, "/");
        desk.relate(agents, store);
        long li = desk.anybody();
        ConsoleBrowser agent = desk.at(agents, "/");
        String visit = desk.serve(agent, li);
        String form = visit + "/offerings/" + papers;
        assertThat(agent.get(form).body())
                .contains("completed in own stores only", store.code())
                .doesNotContain("value=\"ORDER\"");
        assertThat(agent.post(form, "quantity", "1", "act", "ORDER", "answer.mood", "calm")
                        .body())
                .contains("Sensitive business is completed in own stores only", "value=\"calm\"");
        assertThat(desk.ordersOf(li)).isEmpty();

        String handOver =
                ConsoleBrowser.location(agent.post(form, "quantity", "1", "act", "CART", "answer.mood", "calm"));
        Order cart = desk.ordersOf(li).getFirst();
        assertThat(handOver).isEqualTo(visit + "/hand-over?order=" + cart.id());
        assertThat(agent.get(handOver).body())
                .contains("value=\"" + store.code() + "\"", "may not complete the business");
        agent.post(visit + "/orders/" + cart.id() + "/place");
        assertThat(agent.get(visit).body()).contains("Refused here:", store.code());
        agent.post(visit + "/hand-over", "order", "" + cart.id(), "to", store.code(), "remark", "in a hurry");
        assertThat(agent.get(visit).body()).contains("Handed over to " + store.code(), "in a hurry");

        ConsoleBrowser clerk = desk.at(store, "/");
        assertThat(clerk.get("/desk").body()).contains("in a hurry", agents.code(), "/take");
        String served = desk.take(clerk, li);
        assertThat(clerk.get(served).body())
                .contains("Handed over from " + agents.code(), "in a hurry", "Place here", papers);
        clerk.post(served + "/orders/" + cart.id() + "/place");
        assertThat(clerk.get(served).body()).contains("Order " + cart.id() + " is led on");
        Order placed = orders.find(cart.id()).orElseThrow();
        assertThat(placed.channel()).isEqualTo(store.id());
        assertThat(placed.items().getFirst().answers()).isEqualTo(Map.of("mood", "calm"));
        assertThat(contacts.list(ContactFilter.of(li), Paging.first()).rows().stream()
                        .filter(row -> row.contact().journey().equals(placed.journey()))
                        .map(row -> row.contact().channel())
                        .distinct())
                .containsExactlyInAnyOrder(agents.id(), store.id());
        clerk.post("/desk/handovers/" + desk.handover(li) + "/finish");
        assertThat(clerk.get("/desk").body()).contains("Nothing waits here");
        assertThat(desk.outcomes(li, ContactKind.HANDOVER)).containsExactly("FINISHED", "TAKEN", "GIVEN");
    }

    @Test
    void beginsAnotherVisitForAJourneyThatIsHandedToWhoServesHimAlready() {
        Channel store = desk.channel(ChannelKind.HALL, "/");
        Channel manager = desk.channel(ChannelKind.MANAGER, "/");
        desk.relate(store, manager);
        long li = desk.anybody();
        ConsoleBrowser other = desk.at(store, "/");
        other.post(desk.serve(other, li) + "/hand-over", "business", "change-plan", "to", manager.code(), "remark", "");
        ConsoleBrowser clerk = desk.at(manager, "/");
        String before = desk.serve(clerk, li);
        String served = desk.take(clerk, li);
        assertThat(served).isNotEqualTo(before);
        assertThat(clerk.get(before).statusCode()).isEqualTo(404);
        assertThat(ConsoleBrowser.location(clerk.post("/desk/handovers/" + desk.handover(li) + "/go-on")))
                .isEqualTo(served);
        clerk.post(served + "/end");
        assertThat(contacts.list(ContactFilter.of(li), Paging.first()).rows().stream()
                        .map(LoggedContact::contact)
                        .filter(contact -> contact.channel().equals(manager.id()))
                        .filter(contact -> contact.kind() == ContactKind.VISIT)
                        .collect(Collectors.groupingBy(
                                Contact::journey, Collectors.mapping(Contact::outcome, Collectors.toSet())))
                        .values())
                .hasSize(2)
                .containsOnly(Set.of("BEGUN", "ENDED_SERVED"));
    }

    @Test
    void givesBackAndWithdrawsAndSaysWhoWasFirst() {
        Channel store = desk.channel(ChannelKind.HALL, "/");
        Channel manager = desk.channel(ChannelKind.MANAGER, "/");
        desk.relate(store, manager);
        long li = desk.anybody();
        ConsoleBrowser clerk = desk.at(store, "/");
        String visit = desk.serve(clerk, li);
        assertThat(clerk.get(visit + "/hand-over?business=change-plan").body())
                .contains("value=\"" + manager.code() + "\"");
        assertThat(clerk.post(visit + "/hand-over", "business", "change-plan", "to", "hotline", "remark", "typed")
                        .body())
                .contains("neither complements nor substitutes", "value=\"typed\"");
        assertThat(desk.diversions(li)).isZero();
        clerk.post(visit + "/hand-over", "business", "change-plan", "to", manager.code(), "remark", "");
        assertThat(clerk.get(visit).body()).contains("Handed over to " + manager.code());
        assertThat(desk.diversions(li)).isOne();
        ConsoleBrowser first = desk.at(manager, "/");
        ConsoleBrowser second = desk.at(manager, "/");
        String served = desk.take(first, li);
        assertThat(ConsoleBrowser.location(second.post("/desk/handovers/" + desk.handover(li) + "/take")))
                .isEqualTo("/desk");
        assertThat(second.get("/desk").body()).contains("Somebody else has taken it");
        clerk.post("/desk/handovers/" + desk.handover(li) + "/withdraw");
        assertThat(clerk.get("/desk").body()).contains("Somebody else has taken it");
        first.post("/desk/handovers/" + desk.handover(li) + "/give-back");
        assertThat(first.get(served).body()).contains("It waits here again");
        clerk.post("/desk/handovers/" + desk.handover(li) + "/withdraw");
        assertThat(clerk.get(visit).body()).contains("The hand-over is withdrawn");
        assertThat(second.get("/desk").body()).contains("Nothing waits here");
    }
}
