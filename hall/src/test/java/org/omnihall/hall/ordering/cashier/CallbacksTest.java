package org.omnihall.hall.ordering.cashier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Payment;
import org.omnihall.hall.ordering.PaymentAttempt.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Callbacks at the door: paid once whatever comes and however often, and money that no order needs is kept (requirement D1). */
@HallTest
class CallbacksTest extends BegunAttempts {

    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    CallbacksTest(@LocalServerPort int port, ApplicationContext hall) {
        super(hall);
        this.port = port;
    }

    @Test
    void paysOnceWhenTwoHundredEqualCallbacksComeAtOnce() {
        Begun begun = begun();
        Callback callback = paid(begun, "t-" + begun.number(), DUE, "n-" + begun.number());
        List<Integer> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> calls = IntStream.range(0, 200)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(DOOR, callback), threads))
                    .toList();
            answers = calls.stream().map(CompletableFuture::join).toList();
        }
        assertThat(answers).containsOnly(200);
        assertThat(count(
                        "select count(*) from ordering.payment where order_id = ?",
                        begun.order().id()))
                .isOne();
        assertThat(count(
                        "select count(*) from ordering.order_event where state = 'ACKNOWLEDGED' and order_id = ?",
                        begun.order().id()))
                .isOne();
        assertThat(count(
                        "select count(*) from audit.entry where act = 'payment.paid' and subject = 'order:' || ?",
                        begun.order().id()))
                .isOne();
        assertThat(state(begun)).isEqualTo(State.PAID);
        assertThat(orders.payment(begun.order().id()).orElseThrow().method()).isEqualTo(Payment.Method.CASHIER);
    }

    @Test
    void paysOnceWhenCallbacksWithNewNoncesComeInAnyOrder() {
        Begun begun = begun();
        Callback waiting = says(begun, "", DUE, "CNY", "WAITING", "w-" + begun.number());
        Callback late = says(begun, "", DUE, "CNY", "CANCELLED", "c-" + begun.number());
        assertThat(send(DOOR, paid(begun, "t-" + begun.number(), DUE, "1-" + begun.number())))
                .isEqualTo(200);
        assertThat(send(DOOR, waiting)).isEqualTo(200);
        assertThat(send(DOOR, late)).isEqualTo(200);
        assertThat(send(DOOR, paid(begun, "t-" + begun.number(), DUE, "2-" + begun.number())))
                .isEqualTo(200);
        assertThat(state(begun)).isEqualTo(State.PAID);
        assertThat(cashiers.attempts(begun.order().id())).hasSize(1);
        assertThat(send(DOOR, paid(begun, "other-" + begun.number(), DUE, "3-" + begun.number())))
                .isEqualTo(200);
        assertThat(cashiers.attempts(begun.order().id()))
                .as("money that came twice")
                .extracting(one -> one.state())
                .containsExactly(State.TO_REFUND, State.PAID);
    }

    @Test
    void takesMoneyThatComesAfterTheEndOfAnAttempt() {
        for (State end : List.of(State.FAILED, State.EXPIRED)) {
            Begun begun = begun();
            attempts.end(table.find(begun.number()).orElseThrow(), end, "test");
            assertThat(state(begun)).isEqualTo(end);
            assertThat(send(DOOR, paid(begun, "t-" + begun.number(), DUE, "n-" + begun.number())))
                    .isEqualTo(200);
            assertThat(state(begun)).isEqualTo(State.PAID);
        }
    }

    @Test
    void keepsMoneyForOrdersThatNeedNone() {
        Begun cancelled = begun();
        orders.cancel(cancelled.order().id(), "", clerk(cancelled));
        Begun paid = begun();
        orders.pay(paid.order().id(), Payment.Method.STORE, DUE, "slip " + paid.number(), clerk(paid));
        for (Begun begun : List.of(cancelled, paid)) {
            assertThat(send(DOOR, paid(begun, "t-" + begun.number(), DUE, "n-" + begun.number())))
                    .isEqualTo(200);
            assertThat(state(begun)).isEqualTo(State.TO_REFUND);
        }
        assertThat(cashiers.attempt(cancelled.order().id()).orElseThrow().reason())
                .isEqualTo("NOT_NOW");
        assertThat(cashiers.attempt(paid.order().id()).orElseThrow().reason()).isEqualTo("ALREADY_PAID");
        assertThat(table.countToRefund()).isGreaterThanOrEqualTo(2);
        assertThat(orders.find(cancelled.order().id()).orElseThrow().state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void refusesWhatIsNotAsItBegan() {
        Begun begun = begun();
        String nonce = "n-" + begun.number();
        assertThat(send(DOOR, paid(begun, "t", DUE - 1, nonce))).isEqualTo(409);
        assertThat(send(DOOR, paid(begun, "t", DUE + 1, nonce))).isEqualTo(409);
        assertThat(send(DOOR, says(begun, "t", DUE, "USD", "PAID", nonce))).isEqualTo(409);
        assertThat(send(DOOR, paid(new Begun(begun.order(), "OHnobody"), "t", DUE, nonce)))
                .isEqualTo(404);
        assertThat(send("/pay/callback/nobody", paid(begun, "t", DUE, nonce))).isEqualTo(404);
        assertThat(send("/pay/callback/a%2F..%2Fb", paid(begun, "t", DUE, nonce)))
                .isBetween(400, 404);
        assertThat(send(DOOR, new Callback(DOOR, Map.of(), "x".repeat(Wires.LARGEST))))
                .isEqualTo(401);
        assertThat(send(DOOR, new Callback(DOOR, Map.of(), "x".repeat(Wires.LARGEST + 1))))
                .isEqualTo(413);
        assertThat(state(begun)).isEqualTo(State.BEGUN);
        assertThat(send(DOOR, paid(begun, "t-" + begun.number(), DUE, nonce)))
                .as("a refused nonce is not spent")
                .isEqualTo(200);
        assertThat(state(begun)).isEqualTo(State.PAID);
        assertThat(get(DOOR)).isEqualTo(405);
    }

    private Callback paid(Begun begun, String transaction, long fen, String nonce) {
        return says(begun, transaction, fen, "CNY", "PAID", nonce);
    }

    private Callback says(Begun begun, String transaction, long fen, String currency, String status, String nonce) {
        String body = """
                {"merchant":"m-1","number":"%s","transaction":"%s","fen":%d,"currency":"%s","status":"%s"}""".formatted(begun.number(), transaction, fen, currency, status);
        return SomeTills.sandboxSays(DOOR, body, nonce, clock.instant().getEpochSecond());
    }

    private int send(String path, Callback callback) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(callback.body()));
        callback.headers().forEach(request::header);
        return status(request.build());
    }

    private int get(String path) {
        return status(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build());
    }

    private int status(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    private int count(String sql, long order) {
        return hall.getBean(JdbcClient.class)
                .sql(sql)
                .param(order)
                .query(Integer.class)
                .single();
    }
}
