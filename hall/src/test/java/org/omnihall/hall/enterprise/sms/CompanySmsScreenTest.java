package org.omnihall.hall.enterprise.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.catalogue.Characteristic;
import org.omnihall.hall.enterprise.Street;
import org.omnihall.hall.enterprise.Street.Shopkeeper;
import org.omnihall.hall.messaging.SmsLines;
import org.omnihall.hall.messaging.SmsNotice;
import org.omnihall.hall.messaging.SmsNotices;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.GroupShare;
import org.omnihall.hall.party.Memberships;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A company that ordered enterprise SMS writes to its members on the screen, and to nobody else (requirement D10). */
@HallTest
@TestPropertySource(properties = {"omnihall.ordering.poll=20ms", "omnihall.ordering.first-pause=20ms"})
class CompanySmsScreenTest {

    private static final String AT = "/enterprise/sms";
    private static final String STRANGER = "13857888888";

    private final World world;
    private final Street street;
    private final SmsLines lines;
    private final SmsNotices notices;
    private final JdbcClient db;

    @Autowired
    CompanySmsScreenTest(@LocalServerPort int port, ApplicationContext hall) {
        this.world = new World(hall);
        this.street = new Street(hall, port);
        this.lines = hall.getBean(SmsLines.class);
        this.notices = hall.getBean(SmsNotices.class);
        this.db = hall.getBean(JdbcClient.class);
    }

    @Test
    void checksSendsOnceAndFollows() {
        Shopkeeper li = opened("页面茶馆", 2);
        ConsoleBrowser browser = li.browser();
        String line = line(li);
        assertThat(browser.get(AT).body())
                .contains("页面茶馆", "All members today (2)", "6 characters with the signature; short messages: 1");
        String check = browser.post(AT + "/check", "line", line, "text", "明天九点开会", "to", "members")
                .body();
        assertThat(check)
                .contains("【页面茶馆】明天九点开会", "receivers: 2", "12 characters with the signature; short messages: 1");
        assertThat(sent(li)).isEmpty();
        String key = Street.between(check, "name=\"key\" value=\"", "\"").orElseThrow();
        for (int i = 0; i < 2; i++) {
            assertThat(ConsoleBrowser.location(
                            browser.post(AT + "/send", "key", key, "line", line, "text", "明天九点开会", "to", "members")))
                    .isEqualTo(AT);
        }
        assertThat(sent(li)).extracting(SmsNotice::receivers).containsExactly(2);
        assertThat(messages(sent(li).getFirst())).isEqualTo(2);
        assertThat(browser.get(AT).body()).contains("On its way; receivers: 2", "明天九点开会", li.login(), "Queued 2");
    }

    @Test
    void sendsToNamedMembersAndToNobodyElse() {
        Shopkeeper li = opened("点名茶馆", 2);
        ConsoleBrowser browser = li.browser();
        String line = line(li);
        String typed = member(li, 0) + "，\r\n" + member(li, 0);
        assertThat(post(browser, "/check", line, "你好", typed)).contains("receivers: 1", member(li, 0));
        assertThat(post(browser, "/check", line, "你好", member(li, 0) + " " + STRANGER))
                .contains("no member of your company", STRANGER, "你好");
        assertThat(post(browser, "/send", line, "你好", STRANGER)).contains("no member of your company");
        assertThat(post(browser, "/check", line, "你好", "x1 " + member(li, 0))).contains("No mobile number: x1");
        assertThat(post(browser, "/send", line, "你好", "")).contains("Please enter numbers");
        String many = IntStream.rangeClosed(0, SmsNotices.MOST_RECEIVERS)
                .mapToObj("1385799%04d"::formatted)
                .collect(Collectors.joining(" "));
        assertThat(post(browser, "/check", line, "你好", many)).contains("1,000 members at most");
        assertThat(sent(li)).isEmpty();
        post(browser, "/send", line, "你好", member(li, 1));
        assertThat(sent(li)).extracting(SmsNotice::receivers).containsExactly(1);
    }

    @Test
    void givesBackWhatIsWrongAndCountsPartsWithTheSignature() {
        Shopkeeper li = opened("数字茶馆", 1);
        ConsoleBrowser browser = li.browser();
        String line = line(li);
        assertThat(post(browser, "/check", line, "", "")).contains("Please enter numbers");
        assertThat(browser.post(AT + "/check", "line", line, "text", " ", "to", "members")
                        .body())
                .contains("Please write a text");
        assertThat(browser.post(AT + "/check", "line", line, "text", "长".repeat(301), "to", "members")
                        .body())
                .contains("300 characters at most", "长".repeat(301));
        assertThat(browser.post(AT + "/length", "line", line, "text", "长".repeat(64))
                        .body())
                .contains("70 characters", "short messages: 1");
        assertThat(browser.post(AT + "/length", "line", line, "text", "长".repeat(65))
                        .body())
                .contains("71 characters", "short messages: 2");
        assertThat(browser.post(AT, "line", line, "text", "第一行\r\n第二行", "to", "numbers", "numbers", STRANGER)
                        .body())
                .contains("第一行\n第二行", STRANGER, "value=\"numbers\" selected");
        assertThat(sent(li)).isEmpty();
    }

    @Test
    void writesByItsOwnLineOnly() {
        Shopkeeper li = opened("自家茶馆", 1);
        Shopkeeper wang = street.opened("Lineless Café");
        assertThat(wang.browser().get(AT).body()).contains("No SMS line yet").doesNotContain("<textarea");
        assertThat(wang.browser()
                        .post(AT + "/send", "line", line(li), "text", "你好", "to", "members")
                        .body())
                .contains("No SMS line yet");
        assertThat(sent(wang)).isEmpty();
        assertThat(wang.browser().get(AT).body()).doesNotContain("自家茶馆");
    }

    /** A company with a line that it ordered, and so many members. */
    private Shopkeeper opened(String signature, int members) {
        Shopkeeper li = street.opened(signature);
        Characteristic asked =
                new Characteristic("signature", "签名", "Signature", Characteristic.Type.TEXT, true, List.of());
        String offering = world.offering("order-standard", List.of(asked), 0, 5_000, "sms.provision");
        long order = world.placed(
                        new Buyer.Firm(li.company(), Optional.empty()),
                        Wish.add(offering, 1, Map.of("signature", signature)))
                .id();
        Orders orders = world.hall().getBean(Orders.class);
        Eventually.holds(
                "it is done", () -> orders.find(order).orElseThrow().state().isEnd());
        Order done = orders.find(order).orElseThrow();
        assertThat(li.browser()
                        .get("/enterprise/products/"
                                + done.items().getFirst().product().orElseThrow())
                        .body())
                .contains("href=\"/enterprise/sms\"");
        for (int i = 0; i < members; i++) {
            join(li, new Msisdn(member(li, i)));
        }
        return li;
    }

    private void join(Shopkeeper li, Msisdn number) {
        long subscriber = world.hall().getBean(Subscribers.class).idOf(number);
        assertThat(world.hall()
                        .getBean(Memberships.class)
                        .join(
                                new Memberships.Draft(
                                        li.company(),
                                        subscriber,
                                        LocalDate.of(2020, 1, 1),
                                        Optional.empty(),
                                        GroupShare.EVERYTHING),
                                "test"))
                .isInstanceOf(Change.Done.class);
    }

    private static String member(Shopkeeper li, int place) {
        return "1385778%04d".formatted(li.company() * 10 % 10_000 + place);
    }

    private static String post(ConsoleBrowser browser, String path, String line, String text, String numbers) {
        return browser.post(AT + path, "line", line, "text", text, "to", "numbers", "numbers", numbers)
                .body();
    }

    private String line(Shopkeeper li) {
        return Long.toString(lines.of(li.company()).getFirst().id());
    }

    private List<SmsNotice> sent(Shopkeeper li) {
        return notices.list(li.company(), Paging.first()).rows();
    }

    private int messages(SmsNotice notice) {
        return db.sql("select count(*) from messaging.message where journey = ?")
                .param(notice.id())
                .query(Integer.class)
                .single();
    }
}
