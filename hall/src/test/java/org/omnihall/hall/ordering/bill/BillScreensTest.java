package org.omnihall.hall.ordering.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.clients.ApiClients;
import org.omnihall.hall.ordering.Bill;
import org.omnihall.hall.ordering.Bills;
import org.omnihall.hall.ordering.Deeds;
import org.omnihall.hall.ordering.Errands;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.shell.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bills as staff see them, and as programs read them while their period runs and after. */
@HallTest
@Import(Deeds.class)
class BillScreensTest {

    private final int port;
    private final ApplicationContext hall;
    private final JdbcClient db;

    @Autowired
    BillScreensTest(@LocalServerPort int port, ApplicationContext hall) {
        this.port = port;
        this.hall = hall;
        this.db = hall.getBean(JdbcClient.class);
    }

    @Test
    void showsABillSettlesItAndCorrectsTheNext() {
        World world = new World(hall);
        World.Cafe cafe = world.cafe();
        long account = world.account(cafe, BillingAccount.Form.POSTPAID);
        String thing = world.offering("order-standard", 0, 9_900, "test.one");
        new Errands(hall).completed(world.placed(cafe.served(), Wish.add(thing, 1, Map.of())));
        LocalDate today = hall.getBean(OperatorDays.class).today();
        BillRound round = hall.getBean(BillRound.class);
        round.round(today);
        ConsoleBrowser boss = StaffOnPaper.browser(db, port, "bill-boss", "administrator", "/");
        boss.get("/bills?lang=en");
        String page = "/bills/accounts/" + account;
        assertThat(boss.get(page).body()).contains("monthly charge", thing, "No bills");
        assertThat(rates(account, false)).contains("\"isBilled\":false", thing);
        assertThat(rates(account, true)).isEqualTo("[]");

        round.round(BillingPeriod.holding(today, 1).to());
        Bill bill = hall.getBean(Bills.class).ofAccount(account, 1).getFirst();
        assertThat(rates(account, true)).contains("\"bill\":{\"id\":\"" + bill.id() + "\"}");
        assertThat(boss.get("/bills?account=" + account + "&state=ISSUED&month=" + bill.month())
                        .body())
                .contains("/bills/" + bill.id() + "\"", "to be paid");
        assertThat(boss.get("/bills?account=" + account + "&state=SETTLED").body())
                .contains("No bills");
        assertThat(boss.get("/bills?company=nobody").body()).contains("No bills");
        boss.post("/bills/" + bill.id() + "/settle", "receipt", " ");
        assertThat(boss.get("/bills/" + bill.id()).body()).contains("A receipt has a number", "to be paid");
        boss.post("/bills/" + bill.id() + "/settle", "receipt", "R-7");
        assertThat(boss.get("/bills/" + bill.id()).body()).contains("settled").doesNotContain("/settle");
        assertThat(boss.post(page + "/correct", "yuan", "0", "remark", "nothing", "number", "")
                        .body())
                .contains("Enter a sum that is not nothing", "value=\"nothing\"");
        assertThat(boss.post(page + "/correct", "yuan", "-1", "remark", "for him", "number", "13857199999")
                        .body())
                .contains("Nobody is known by this number", "value=\"13857199999\"", "value=\"for him\"");
        assertThat(boss.post(page + "/correct", "yuan", "-1", "remark", "for him", "number", "12")
                        .body())
                .contains("Nobody is known by this number");
        boss.post(page + "/correct", "yuan", "-1.50", "remark", "an outage", "number", "");
        assertThat(boss.get(page).body()).contains("The correction is noted");
        boss.post(page + "/cycle", "day", "29");
        assertThat(boss.get(page).body()).contains("The cycle day is 1 to 28");
        boss.post(page + "/cycle", "day", "10");
        assertThat(hall.getBean(BillCycles.class)
                        .find(account)
                        .orElseThrow()
                        .next()
                        .to()
                        .getDayOfMonth())
                .isEqualTo(10);
        assertThat(db.sql("select act from audit.entry where subject = ? order by id")
                        .param("billing-account:" + account)
                        .query(String.class)
                        .list())
                .endsWith("bill.made", "bill.settled", "bill.correction", "bill.cycle");
        ConsoleBrowser elsewhere = StaffOnPaper.browser(db, port, "bill-else", "administrator", "/else/");
        assertThat(elsewhere.get("/bills/" + bill.id()).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get(page).statusCode()).isEqualTo(404);
    }

    private String rates(long account, boolean billed) {
        String name = "bills-" + UUID.randomUUID().toString().substring(0, 8);
        String token = hall.getBean(ApiClients.class)
                .add(new ApiClient(name, EnumSet.of(Right.ORDER_SEE), "/", Optional.empty()), "LI")
                .orElseThrow();
        return new ConsoleBrowser(port)
                .get(
                        "/tmf-api/customerBillManagement/v4/appliedCustomerBillingRate?billingAccount.id=" + account
                                + "&isBilled=" + billed,
                        "Authorization",
                        "Bearer " + token)
                .body();
    }
}
