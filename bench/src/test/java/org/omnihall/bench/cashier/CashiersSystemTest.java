package org.omnihall.bench.cashier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.demo.SystemHall;
import org.omnihall.hall.ordering.By;
import org.omnihall.hall.ordering.CashierKind;
import org.omnihall.hall.ordering.Cashiers;
import org.omnihall.hall.ordering.Cashiers.Beginning;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Payment;
import org.omnihall.hall.ordering.PaymentAttempt;
import org.omnihall.hall.ordering.PaymentAttempt.State;
import org.omnihall.hall.ordering.Refusal;
import org.omnihall.hall.ordering.cashier.Till;
import org.omnihall.hall.ordering.cashier.TillBook;
import org.springframework.util.FileSystemUtils;

/** The three cashiers over real sockets: paid by their callbacks, by asking where none came, and never twice (requirement D1). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CashiersSystemTest {

    private static final URI BACK = URI.create("http://localhost/paid");
    private static final String MESSAGE_KEY = "0123456789abcdef0123456789abcdef";

    private final Path home = directory();
    private final RunningHall hall = RunningHall.start(
            "--omnihall.node.home=" + home,
            "--omnihall.node.port-offset=" + SystemHall.freeOffset(),
            "--omnihall.cashier.poll=50ms",
            "--omnihall.cashier.answer=2s",
            "--omnihall.cashier.first-pause=1s");
    private final KeyPairs keys = KeyPairs.generate();
    private final Merchant merchant = new Merchant("test", "a secret of thirty-two characters".replace(' ', '-'));
    private final SandboxCashier sandbox = new SandboxCashier(0, merchant, trust(), Clock.systemUTC());
    private final AlipayPeer alipay = new AlipayPeer(keys, trust());
    private final WeChatPayPeer weChat = new WeChatPayPeer(keys, MESSAGE_KEY, trust(), Clock.systemUTC());
    private final HttpClient browser =
            HttpClient.newBuilder().sslContext(trust()).build();
    private final Cashiers cashiers = hall.bean(Cashiers.class);
    private final Orders orders = hall.bean(Orders.class);
    private final Shop shop = Shop.open(hall);

    @BeforeAll
    void setUp() {
        String own = keys.privatePem();
        String here = sandbox.address().toString();
        put(Till.sandbox("sandbox", "test", here, merchant.secret()));
        put(Till.sandbox("asleep", "test", "http://127.0.0.1:9", merchant.secret()));
        put(new Till(
                "alipay",
                CashierKind.ALIPAY,
                true,
                AlipayPeer.SELLER,
                AlipayPeer.APP,
                alipay.address().toString(),
                "",
                "",
                alipay.publicKey(),
                own,
                ""));
        put(new Till(
                "wechat",
                CashierKind.WECHAT_PAY,
                true,
                WeChatPayPeer.MERCHANT,
                WeChatPayPeer.APP,
                weChat.address().toString(),
                WeChatPayPeer.MERCHANT_SERIAL,
                WeChatPayPeer.PLATFORM_SERIAL,
                weChat.publicKey(),
                own,
                MESSAGE_KEY));
        put(new Till("shut", CashierKind.SANDBOX, false, "test", "", here, "", "", "", merchant.secret(), ""));
    }

    @AfterAll
    void close() throws IOException {
        sandbox.close();
        alipay.close();
        weChat.close();
        hall.close();
        FileSystemUtils.deleteRecursively(home);
    }

    @Test
    void offersWhatIsOpen() {
        assertThat(cashiers.open().stream().map(Cashiers.OpenCashier::code))
                .containsExactly("alipay", "asleep", "sandbox", "wechat");
        Order order = shop.order();
        assertThat(cashiers.begin(order.id(), "shut", BACK, shop.money()))
                .isEqualTo(new Beginning.Refused(Refusal.CASHIER_UNKNOWN));
        assertThat(cashiers.begin(order.id(), "asleep", BACK, shop.money()))
                .isEqualTo(new Beginning.Refused(Refusal.CASHIER_SILENT));
        assertThat(attempt(order).state()).isEqualTo(State.FAILED);
        assertThat(attempt(order).reason()).startsWith("SILENT ");
        By staff = By.staff("clerk", shop.money().channel());
        assertThat(cashiers.begin(order.id(), "sandbox", BACK, staff)).isInstanceOf(Beginning.Begun.class);
        assertThat(cashiers.begin(-1, "sandbox", BACK, staff)).isEqualTo(new Beginning.Refused(Refusal.UNKNOWN));
    }

    @Test
    void paysOnThePageOfTheSandbox() throws IOException, InterruptedException {
        Order order = shop.order();
        URI page = begin(order, "sandbox");
        assertThat(begin(order, "sandbox")).as("again while it is open").isEqualTo(page);
        assertThat(get(page).body()).contains("¥123.45", "付款 · Pay", "取消 · Cancel");
        HttpResponse<String> back = browser.send(
                HttpRequest.newBuilder(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("deed=pay&fault=TWICE"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.headers().firstValue("Location")).contains(BACK.toString());
        paid(order, "sandbox:SB");
        assertThat(get(page).body()).contains("已付款 · Paid").doesNotContain("button class=\"pay\"");
    }

    @Test
    void refusesCallbacksThatAreNotAsAgreedAndAsksInstead() {
        for (Fault fault : List.of(Fault.NEVER, Fault.WRONG_SIGNATURE, Fault.WRONG_SUM)) {
            Order order = shop.order();
            String number = number(begin(order, "sandbox"));
            sandbox.be(fault);
            sandbox.pay(number);
            paid(order, "sandbox:SB");
        }
        SystemHall.await("both were refused", () -> sandbox.answers().containsAll(List.of(401, 409)));
    }

    @Test
    void keepsMoneyForAnOrderThatWasCancelledMeanwhile() {
        Order order = shop.order();
        String number = number(begin(order, "sandbox"));
        sandbox.be(Fault.LATE);
        sandbox.pay(number);
        orders.cancel(order.id(), "too late", By.staff("clerk", order.channel()));
        sandbox.catchUp();
        SystemHall.await("it is to be refunded", () -> attempt(order).state() == State.TO_REFUND);
        assertThat(attempt(order).reason()).isEqualTo("NOT_NOW");
        assertThat(orders.find(order.id()).orElseThrow().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(orders.payment(order.id())).isEmpty();
    }

    @Test
    void refundsTheSecondOfTwoCashiers() {
        Order order = shop.order();
        String first = number(begin(order, "sandbox"));
        get(begin(order, "alipay"));
        String second = attempt(order).number();
        sandbox.be(Fault.NONE);
        sandbox.pay(first);
        paid(order, "sandbox:SB");
        alipay.pay(second, false);
        SystemHall.await(
                "the other is to be refunded",
                () -> cashiers.attempts(order.id()).stream().anyMatch(one -> one.state() == State.TO_REFUND));
        assertThat(attempt(order).state()).as("what paid it says most").isEqualTo(State.PAID);
    }

    @Test
    void hearsThatThePayerGaveUp() {
        Order order = shop.order();
        String number = number(begin(order, "sandbox"));
        sandbox.be(Fault.NONE);
        sandbox.cancel(number);
        SystemHall.await("it failed", () -> attempt(order).state() == State.FAILED);
        assertThat(attempt(order).reason()).isEqualTo("CANCELLED");
        assertThat(orders.find(order.id()).orElseThrow().state()).isEqualTo(OrderState.PENDING_PAYMENT);
    }

    @Test
    void paysByAlipay() {
        for (boolean lost : List.of(false, true)) {
            Order order = shop.order();
            URI page = begin(order, "alipay");
            assertThat(page.toString()).contains("method=alipay.trade.page.pay", "total_amount%22%3A%22123.45");
            assertThat(get(page).body()).contains("支付宝");
            alipay.pay(attempt(order).number(), lost);
            paid(order, "alipay:");
        }
        assertThat(alipay.answers()).containsOnly(200);
    }

    @Test
    void paysByWeChatPay() {
        Consumer<Boolean> pays = lost -> {
            Order order = shop.order();
            URI page = begin(order, "wechat");
            assertThat(page.toString()).startsWith("/pay/scan/OH");
            URI own =
                    URI.create("http://localhost:" + hall.node().ports().web()).resolve(page);
            assertThat(get(own).body()).contains("/code.svg", "123.45");
            assertThat(get(URI.create(own + "/code.svg")).body()).startsWith("<svg");
            weChat.pay(attempt(order).number(), lost);
            paid(order, "wechat:");
            assertThat(get(own).headers().firstValue("Location")).contains(BACK.toString());
        };
        pays.accept(false);
        pays.accept(true);
        assertThat(weChat.answers()).containsOnly(200);
    }

    private void paid(Order order, String reference) {
        SystemHall.await(
                "order " + order.id() + " is paid", () -> attempt(order).state() == State.PAID);
        Payment payment = orders.payment(order.id()).orElseThrow();
        assertThat(payment.method()).isEqualTo(Payment.Method.CASHIER);
        assertThat(payment.fen()).isEqualTo(Shop.DUE);
        assertThat(payment.reference()).startsWith(reference);
    }

    private URI begin(Order order, String cashier) {
        Beginning beginning = cashiers.begin(order.id(), cashier, BACK, shop.money());
        assertThat(beginning).isInstanceOf(Beginning.Begun.class);
        return ((Beginning.Begun) beginning).page();
    }

    private PaymentAttempt attempt(Order order) {
        return cashiers.attempt(order.id()).orElseThrow();
    }

    private static String number(URI page) {
        return page.getPath().substring(page.getPath().lastIndexOf('/') + 1);
    }

    private HttpResponse<String> get(URI uri) {
        try {
            return browser.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    private void put(Till till) {
        hall.bean(TillBook.class).put(till, "test");
    }

    private SSLContext trust() {
        try {
            return hall.trust();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("cashiers-");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
