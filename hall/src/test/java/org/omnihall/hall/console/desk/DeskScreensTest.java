package org.omnihall.hall.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.party.Certificate;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Msisdn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The desk in the browser: where somebody serves and whom he finds, under audit and within his rights. */
@HallTest
class DeskScreensTest {

    private final DeskWorld desk;
    private final ApplicationContext hall;

    @Autowired
    DeskScreensTest(@LocalServerPort int port, ApplicationContext hall) {
        this.desk = new DeskWorld(port, hall);
        this.hall = hall;
    }

    @Test
    void letsHimServeAtAStaffedOpenChannelOfHisAreaOnly() {
        Channel west = desk.channel(ChannelKind.HALL, DeskWorld.WEST);
        Channel east = desk.channel(ChannelKind.HALL, DeskWorld.EAST);
        Channel web = desk.channel(ChannelKind.WEB_HALL, DeskWorld.WEST);
        ConsoleBrowser clerk = desk.browser("clerk", DeskWorld.WEST);
        assertThat(clerk.get("/desk?lang=en").body())
                .contains("value=\"" + west.code() + "\"", "value=\"hotline\"")
                .doesNotContain("value=\"" + east.code() + "\"", "value=\"" + web.code() + "\"", "/desk/find");
        clerk.post("/desk/place", "channel", east.code());
        assertThat(clerk.get("/desk").body()).contains("Say first where you serve");
        clerk.post("/desk/place", "channel", west.code());
        assertThat(clerk.get("/desk").body()).contains("You serve at " + west.code(), "/desk/find", "autofocus");
        assertThat(desk.acts("desk.place")).contains("channel:" + west.code() + " ");
        ConsoleBrowser auditor = desk.browser("auditor", "/");
        assertThat(auditor.get("/desk").statusCode()).isEqualTo(403);
    }

    @Test
    void findsPersonsAndCompaniesOfHisAreaAndWritesEachSearchDown() {
        Msisdn number = DeskWorld.number();
        Certificate card =
                new Certificate(Certificate.Kind.PASSPORT, "E" + number.digits().substring(3));
        long li = desk.subscriber("李明月" + DeskWorld.next(), card, number, DeskWorld.WEST);
        desk.subscriber("李明月" + DeskWorld.next() + "东", DeskWorld.card(), DeskWorld.number(), DeskWorld.EAST);
        String company = "Moon Tea " + DeskWorld.next();
        DeskWorld.done(hall.getBean(Companies.class).add(Company.Facts.of(company, DeskWorld.WEST), "test"));
        ConsoleBrowser clerk = desk.at(desk.channel(ChannelKind.HALL, DeskWorld.WEST), DeskWorld.WEST);

        HttpResponse<String> found = clerk.post("/desk/find", "typed", number.digits());
        assertThat(found.body()).contains(number.masked(), "李明月", "name=\"id\" value=\"" + li + "\"");
        assertThat(found.body().replace("value=\"" + number.digits() + "\"", ""))
                .doesNotContain(number.digits());
        assertThat(desk.acts("desk.find")).contains("customers number " + number.masked());
        String byName = clerk.post("/desk/find", "typed", "李明月").body();
        assertThat(byName).contains(number.masked()).doesNotContain("东");
        assertThat(clerk.post("/desk/find", "typed", card.number()).body()).contains(number.masked());
        assertThat(desk.acts("desk.find"))
                .anyMatch(act -> act.contains("****" + card.hint().ending()));
        assertThat(desk.acts("desk.find")).noneMatch(act -> act.contains(card.number()));
        assertThat(clerk.post("/desk/find", "typed", company).body()).contains(company, "value=\"true\"");
        assertThat(clerk.post("/desk/find", "typed", "nobody at all").body()).contains("Nobody found");

        ConsoleBrowser agent = desk.at(desk.channel(ChannelKind.AGENT_POINT, DeskWorld.WEST), DeskWorld.WEST);
        assertThat(agent.post("/desk/find", "typed", number.digits()).body())
                .contains("name=\"id\" value=\"" + li + "\"", "李**")
                .doesNotContain("李明月");
        assertThat(agent.post("/desk/find", "typed", "李明月").body()).contains("Nobody found");
        ConsoleBrowser elsewhere = desk.at(desk.channel(ChannelKind.HALL, DeskWorld.EAST), DeskWorld.EAST);
        assertThat(elsewhere.post("/desk/find", "typed", number.digits()).body())
                .contains("Nobody found");
        assertThat(ConsoleBrowser.location(elsewhere.post("/desk/visits", "id", Long.toString(li))))
                .isEqualTo("/desk");
    }

    @Test
    void showsTwentyHitsAndAsksForMoreOfTheName() {
        String name = "Twentyone" + DeskWorld.next();
        for (int i = 0; i < 20; i++) {
            DeskWorld.done(hall.getBean(Companies.class).add(Company.Facts.of(name + " " + i, DeskWorld.WEST), "test"));
        }
        ConsoleBrowser clerk = desk.at(desk.channel(ChannelKind.HALL, DeskWorld.WEST), DeskWorld.WEST);
        String twenty = clerk.post("/desk/find", "typed", name).body();
        assertThat(twenty.split(name, -1)).hasSize(22);
        assertThat(twenty).doesNotContain("type more of the name");
        DeskWorld.done(hall.getBean(Companies.class).add(Company.Facts.of(name + " 20", DeskWorld.WEST), "test"));
        assertThat(clerk.post("/desk/find", "typed", name).body()).contains("The first 20 are shown");
    }

    @Test
    void asksForTheNamesOfManyAsOftenAsForThatOfOne() {
        Channel store = desk.channel(ChannelKind.HALL, "/");
        ConsoleBrowser clerk = desk.at(store, "/");
        String named = "Manyfold";
        serve(clerk, named, 1);
        clerk.get("/desk");
        double one = asked(() -> clerk.get("/desk"));
        double found = asked(() -> clerk.post("/desk/find", "typed", named));
        serve(clerk, named, 18);
        double many = asked(() -> clerk.get("/desk"));
        double manyFound = asked(() -> {
            HttpResponse<String> page = clerk.post("/desk/find", "typed", named);
            assertThat(page.body().split(named, -1)).hasSizeGreaterThan(38);
        });
        assertThat(many).isLessThan(one + 10);
        assertThat(manyFound).isLessThan(found + 10);
    }

    private void serve(ConsoleBrowser clerk, String named, int many) {
        for (int i = 0; i < many; i++) {
            desk.serve(clerk, desk.subscriber(named + " " + i, DeskWorld.card(), DeskWorld.number(), "/"));
        }
    }

    /**
     * How often a connection to the database was taken, which each statement outside a transaction does: the least of
     * five times, for the hall works in the background meanwhile.
     */
    private double asked(Runnable act) {
        Timer taken = hall.getBean(MeterRegistry.class)
                .get("hikaricp.connections.acquire")
                .timer();
        return IntStream.range(0, 5)
                .mapToLong(time -> {
                    long before = taken.count();
                    act.run();
                    return taken.count() - before;
                })
                .min()
                .orElseThrow();
    }

    @Test
    void keepsThePageOfWhatWaitsBesideASearch() {
        Channel store = desk.channel(ChannelKind.HALL, "/");
        ConsoleBrowser clerk = desk.at(store, "/");
        assertThat(ConsoleBrowser.location(clerk.get("/desk/find?trail=MTIz"))).isEqualTo("/desk?trail=MTIz");
        assertThat(ConsoleBrowser.location(clerk.get("/desk/find"))).isEqualTo("/desk");
    }

    @Test
    void showsAnAgentOnlyWhatHisClassMaySee() {
        Msisdn number = DeskWorld.number();
        long li = desk.subscriber("张三丰" + DeskWorld.next(), DeskWorld.card(), number, "/");
        ConsoleBrowser agent = desk.at(desk.channel(ChannelKind.AGENT_POINT, "/"), "/");
        assertThat(agent.get(desk.serve(agent, li)).body())
                .doesNotContain("张三丰", number.masked(), "Value tier")
                .contains("#" + li);
        ConsoleBrowser clerk = desk.at(desk.channel(ChannelKind.HALL, "/"), "/");
        assertThat(clerk.get(desk.serve(clerk, li)).body()).contains("张三丰", number.masked());
    }
}
