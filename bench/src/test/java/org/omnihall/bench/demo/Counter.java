package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.decision.SlotChoices;
import org.omnihall.hall.decision.SlotPlace;
import org.omnihall.hall.decision.SlotReason;
import org.omnihall.hall.decision.SlotRequest;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;

/** A store of the operator where half of the customers are shown offers, the others none, so that the offers can be judged. */
final class Counter {

    private static final long FIRST = 13_857_700_009L;
    private static final int HALF = 500;
    private static final int MOST_HELD_OUT = 30;
    private static final String STORE = """
            code,name,englishName,kind,ownership,area,parent,grid,status,hours,contactsPerHour,contactCost
            flow-hall,断桥营业厅,Broken Bridge hall,HALL,OPERATOR,/zj/hz/,,,OPEN,always,30,22.00
            """;

    private final OpenTown town;

    Counter(OpenTown town) {
        this.town = town;
    }

    void opens() throws IOException {
        slots().holdOut(HALF, "test");
        new TownImports(town.hall()).take("channels", new StringReader(STORE));
    }

    /** The number of a customer to whom offers are shown. */
    String offeredTo() {
        return numbers(SlotReason.Case.DRAWN).findFirst().orElseThrow();
    }

    /** Numbers of customers to whom offers are shown, or are not. */
    private Stream<String> numbers(SlotReason.Case why) {
        return LongStream.range(FIRST, FIRST + 400).mapToObj(Long::toString).filter(number -> reason(number) == why);
    }

    private SlotReason.Case reason(String number) {
        long subscriber = town.hall().bean(Subscribers.class).idOf(new Msisdn(number));
        ChannelId store = town.hall()
                .bean(Channels.class)
                .byCode("flow-hall")
                .orElseThrow()
                .id();
        SlotRequest request = new SlotRequest(
                SlotPlace.CLERK, UUID.randomUUID(), store, Optional.of(subscriber), City.PROVINCE, Instant.EPOCH);
        return slots().consider(request, Optional.empty()).reason().why();
    }

    private SlotChoices slots() {
        return town.hall().bean(SlotChoices.class);
    }

    void serves(Desk clerk, String number) {
        clerk.open("/desk");
        if (clerk.page().locator("[name=channel]").count() > 0) {
            clerk.page().selectOption("[name=channel]", "flow-hall");
            clerk.page().click("form[action='/desk/place'] button");
        }
        clerk.page().fill("[name=typed]", number);
        clerk.page().click("form[action='/desk/find'] button");
        clerk.page().click("#found form button");
        clerk.page().waitForURL("**/desk/visits/*");
    }

    void ordersTheOffer(Desk clerk) {
        assertThat(clerk.page().innerText("main")).contains("无线城市登录页");
        Pictures.show(clerk.page(), "desk");
        clerk.page()
                .locator("form[action*='/offerings/'] button.btn-primary")
                .first()
                .click();
        clerk.page().locator(".h-flash-good").waitFor();
    }

    /** Beside those who would have been shown the same, had they not been held out: they come until one of them is in the report. */
    void reports(Desk clerk) {
        Iterator<String> heldOut = numbers(SlotReason.Case.HELD_OUT).iterator();
        assertThat(line(clerk)).as("ordered by so many of so many customers").contains("1 / 1", "0 / 0");
        String line = "";
        for (int came = 0; came < MOST_HELD_OUT && !line.contains("0 / 1"); came++) {
            serves(clerk, heldOut.next());
            line = line(clerk);
        }
        assertThat(line).as("against the hold-out").contains("1 / 1", "0 / 1", "100");
        Pictures.show(clerk.page(), "slot-report");
    }

    /** The report on what was ordered at the store. */
    private static String line(Desk clerk) {
        clerk.open("/slots");
        return clerk.page().locator("main table").first().locator("tbody tr").allInnerTexts().stream()
                .filter(row -> row.contains("断桥营业厅") && row.contains("1 / 1"))
                .findFirst()
                .orElse("");
    }
}
