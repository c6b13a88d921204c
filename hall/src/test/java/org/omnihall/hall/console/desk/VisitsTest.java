package org.omnihall.hall.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Contacts;
import org.omnihall.hall.interaction.Outcome;
import org.omnihall.hall.ordering.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A visit at the desk begins once and ends once, in the log too. */
@HallTest
class VisitsTest {

    private final DeskWorld desk;
    private final ApplicationContext hall;
    private final World world;

    @Autowired
    VisitsTest(@LocalServerPort int port, ApplicationContext hall) {
        this.desk = new DeskWorld(port, hall);
        this.hall = hall;
        this.world = new World(hall);
    }

    @Test
    void endsAsTheContactLogKnowsIt() {
        assertThat(Visit.Outcome.values())
                .allSatisfy(
                        outcome -> assertThat(Outcome.of("ENDED_" + outcome)).isPresent());
    }

    @Test
    void logsAVisitOnceWhenItBeginsAndOnceWhenItEnds() {
        long li = desk.anybody();
        Channel store = desk.channel(ChannelKind.HALL, "/");
        hall.getBean(Contacts.class)
                .write(Contact.inbound(
                                new Contact.Source("test", "call " + li),
                                new UUID(1, li),
                                world.channel("hotline"),
                                ContactKind.COMPLAINT,
                                hall.getBean(Clock.class).instant())
                        .with(Contact.Whom.subscriber(li)));
        ConsoleBrowser clerk = desk.at(store, "/");
        String visit = desk.serve(clerk, li);
        assertThat(desk.serve(clerk, li)).isEqualTo(visit);
        String page = clerk.get(visit).body();
        assertThat(page).contains("Today at other touchpoints", "Complaint", store.code());
        clerk.get(visit);
        assertThat(desk.outcomes(li, ContactKind.VISIT)).containsExactly("BEGUN");
        assertThat(desk.acts("card.see")).contains("subscriber:" + li + " OWN_STORE version 0");

        clerk.post(visit + "/end", "outcome", "INFORMED", "remark", "he is 138 5719 0160");
        assertThat(clerk.get(visit).body()).contains("number out of the remark");
        clerk.post(visit + "/end", "outcome", "INFORMED", "remark", "asked for hours");
        assertThat(desk.outcomes(li, ContactKind.VISIT)).containsExactly("ENDED_INFORMED", "BEGUN");
        assertThat(clerk.get(visit).statusCode()).isEqualTo(404);
        assertThat(clerk.get("/desk").body()).contains("Serve again");
        assertThat(desk.serve(clerk, li)).isNotEqualTo(visit);
        assertThat(desk.at(store, "/").get(visit).statusCode()).isEqualTo(404);
    }

    @Test
    void leavesWhomHeServedWhenHeGoesToAnotherChannel() {
        long li = desk.anybody();
        Channel one = desk.channel(ChannelKind.HALL, "/");
        ConsoleBrowser clerk = desk.at(one, "/");
        String visit = desk.serve(clerk, li);
        clerk.post("/desk/place", "channel", desk.channel(ChannelKind.HALL, "/").code());
        assertThat(clerk.get(visit).statusCode()).isEqualTo(404);
        assertThat(desk.outcomes(li, ContactKind.VISIT)).containsExactly("ENDED_LEFT", "BEGUN");
    }
}
