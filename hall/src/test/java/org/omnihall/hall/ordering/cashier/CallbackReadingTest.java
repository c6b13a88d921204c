package org.omnihall.hall.ordering.cashier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.hall.SettingsOf;
import org.omnihall.hall.ordering.cashier.BadCallback.Fault;
import org.omnihall.hall.vault.MasterKeys;
import org.omnihall.hall.vault.Vault;

/** What is believed of callbacks: the whole word of the cashier about this merchant, at this time, and nothing else. */
class CallbackReadingTest {

    private static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
    private static final long SECOND = NOON.getEpochSecond();
    private static final String PATH = "/pay/callback/sandbox";
    private static final String PAID = """
            {"merchant":"m-1","number":"OH1","transaction":"t-1","fen":100,"currency":"CNY","status":"PAID"}""";
    private static final String TRANSACTION = """
            {"mchid":"1900000109","appid":"wxd678efh567hg6787","out_trade_no":"OH1","transaction_id":"t-1",\
            "trade_state":"SUCCESS","amount":{"total":100,"currency":"CNY"}}""";

    private final CashierSettings settings = SettingsOf.bind(CashierSettings.class, Map.of());
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final Wires wires = new Wires(settings);
    private final Sandbox sandbox;
    private final Alipay alipay = new Alipay(wires, clock);
    private final WeChatPay weChat;

    CallbackReadingTest(@TempDir java.nio.file.Path home) throws java.io.IOException {
        Vault vault = new Vault(MasterKeys.openOrCreate(home.resolve("vault.keys")));
        sandbox = new Sandbox(wires, vault, settings, clock);
        weChat = new WeChatPay(wires, vault, settings, clock);
    }

    private record Case(Cashier cashier, Till till, Callback callback) {}

    private List<Case> sound() {
        return List.of(
                new Case(sandbox, SomeTills.sandbox("sandbox"), SomeTills.sandboxSays(PATH, PAID, "n-1", SECOND)),
                new Case(alipay, SomeTills.alipay(), alipaySays(trade())),
                new Case(weChat, SomeTills.weChat(), SomeTills.weChatSays(TRANSACTION, SECOND)));
    }

    @Test
    void readsWhatEachCashierSays() {
        assertThat(sound()).allSatisfy(one -> {
            Notice notice = one.cashier().read(one.till(), one.callback());
            assertThat(notice.number()).isEqualTo("OH1");
            assertThat(notice.nonce()).isEqualTo("n-1");
            assertThat(notice.standing()).isEqualTo(new Standing.Paid("t-1", 100, "CNY"));
        });
    }

    @Test
    void believesNoOtherTimeThanItsOwn() {
        long skew = settings.skew().toSeconds();
        for (long off : List.of(-skew, 0L, skew)) {
            assertThat(fault(
                            sandbox,
                            SomeTills.sandbox("sandbox"),
                            SomeTills.sandboxSays(PATH, PAID, "n", SECOND + off)))
                    .isEmpty();
            assertThat(fault(weChat, SomeTills.weChat(), SomeTills.weChatSays(TRANSACTION, SECOND + off)))
                    .isEmpty();
        }
        for (long off : List.of(-skew - 1, skew + 1)) {
            assertThat(fault(
                            sandbox,
                            SomeTills.sandbox("sandbox"),
                            SomeTills.sandboxSays(PATH, PAID, "n", SECOND + off)))
                    .contains(Fault.STALE);
            assertThat(fault(weChat, SomeTills.weChat(), SomeTills.weChatSays(TRANSACTION, SECOND + off)))
                    .contains(Fault.STALE);
        }
    }

    @Test
    void believesNothingAboutAnotherMerchant() {
        String others = PAID.replace("m-1", "m-2");
        assertThat(fault(sandbox, SomeTills.sandbox("sandbox"), SomeTills.sandboxSays(PATH, others, "n", SECOND)))
                .contains(Fault.MERCHANT_WRONG);
        for (String field : List.of("app_id", "seller_id")) {
            SortedMap<String, String> trade = trade();
            trade.put(field, "1");
            assertThat(fault(alipay, SomeTills.alipay(), alipaySays(trade))).contains(Fault.MERCHANT_WRONG);
        }
        for (String id : List.of("1900000109", "wxd678efh567hg6787")) {
            assertThat(fault(weChat, SomeTills.weChat(), SomeTills.weChatSays(TRANSACTION.replace(id, "x"), SECOND)))
                    .contains(Fault.MERCHANT_WRONG);
        }
    }

    @Test
    void saysWhatItCannotRead() {
        assertThat(fault(sandbox, SomeTills.sandbox("sandbox"), SomeTills.sandboxSays(PATH, "[]", "n", SECOND)))
                .contains(Fault.UNREADABLE);
        assertThat(fault(sandbox, SomeTills.sandbox("sandbox"), new Callback(PATH, Map.of(), PAID)))
                .contains(Fault.UNSIGNED);
        SortedMap<String, String> odd = trade();
        odd.put("trade_status", "TRADE_PENDING");
        assertThat(fault(alipay, SomeTills.alipay(), alipaySays(odd))).contains(Fault.UNREADABLE);
        assertThat(fault(alipay, SomeTills.alipay(), new Callback(PATH, Map.of(), "a=1&a=2")))
                .contains(Fault.UNREADABLE);
        assertThat(fault(alipay, SomeTills.alipay(), new Callback(PATH, Map.of(), "a=%zz")))
                .contains(Fault.UNREADABLE);
        assertThat(fault(alipay, SomeTills.alipay(), new Callback(PATH, Map.of(), "a=1")))
                .contains(Fault.UNSIGNED);
        assertThat(fault(weChat, SomeTills.weChat(), SomeTills.weChatSays("no json", SECOND)))
                .contains(Fault.UNREADABLE);
    }

    /**
     * Twenty thousand callbacks of a seeded generator, each true but for some characters: a named fault and never another exception, or, where
     * the change means nothing to who decodes it, what was said before.
     */
    @Test
    void believesNothingThatWasChangedOnTheWay() {
        Random random = new Random(20261126);
        List<Case> sound = sound();
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            Case one = sound.get(round % sound.size());
            Callback changed = changed(one.callback(), random);
            try {
                assertThat(one.cashier().read(one.till(), changed))
                        .as("round %s: %s", round, changed)
                        .isEqualTo(one.cashier().read(one.till(), one.callback()));
            } catch (BadCallback bad) {
                assertThat(bad.fault().status()).isBetween(400, 499);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(19_000);
    }

    @Test
    void takesASignedMemberAsItWasSent() {
        String said = "{\"a\":\"}\\\"{\",\"b\":{\"c\":1}}";
        assertThat(Alipay.member("{\"x_response\":" + said + ",\"sign\":\"s\"}", "x_response"))
                .contains(said);
        assertThat(Alipay.member("{\"x_response\":{\"a\":1", "x_response")).isEmpty();
        assertThat(Alipay.member("{\"x_response\":1}", "x_response")).isEmpty();
        assertThat(Alipay.member("", "x_response")).isEmpty();
    }

    @Test
    void signsThePageOfAlipayOverItsSortedParameters() {
        URI page = alipay.open(
                SomeTills.alipay(),
                new Charge("OH1", 12_345, "订单 1", URI.create("https://h/cb"), URI.create("https://h/back"), NOON));
        SortedMap<String, String> sent = new TreeMap<>();
        for (String pair : page.getRawQuery().split("&", -1)) {
            sent.put(
                    pair.substring(0, pair.indexOf('=')),
                    java.net.URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
        }
        assertThat(sent.get("timestamp")).as("Beijing's time").isEqualTo("2026-11-26 12:00:00");
        assertThat(sent.get("biz_content"))
                .contains("\"total_amount\":\"123.45\"", "\"product_code\":\"FAST_INSTANT_TRADE_PAY\"");
        String sign = java.util.Objects.requireNonNull(sent.remove("sign"));
        assertThat(Rsa.verifies(SomeTills.publicKey(), joined(sent), sign)).isTrue();
    }

    private static Callback changed(Callback callback, Random random) {
        Map<String, String> headers = new HashMap<>(callback.headers());
        int what = random.nextInt(headers.isEmpty() ? 1 : 3);
        if (what == 1) {
            String name = headers.keySet().stream()
                    .sorted()
                    .skip(random.nextInt(headers.size()))
                    .findFirst()
                    .orElseThrow();
            headers.put(name, scrambled(headers.getOrDefault(name, ""), random));
            return new Callback(callback.path(), headers, callback.body());
        }
        if (what == 2) {
            headers.remove(headers.keySet().stream()
                    .sorted()
                    .skip(random.nextInt(headers.size()))
                    .findFirst()
                    .orElseThrow());
            return new Callback(callback.path(), headers, callback.body());
        }
        return new Callback(callback.path(), headers, scrambled(callback.body(), random));
    }

    private static String scrambled(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(3) && !changed.isEmpty(); i++) {
            int at = random.nextInt(changed.length());
            switch (random.nextInt(4)) {
                case 0 -> changed.setCharAt(at, (char) (' ' + random.nextInt(95)));
                case 1 -> changed.deleteCharAt(at);
                case 2 -> changed.insert(at, (char) random.nextInt(0x3000));
                default -> changed.setLength(Math.max(1, at));
            }
        }
        return changed.toString();
    }

    private static SortedMap<String, String> trade() {
        return new TreeMap<>(Map.of(
                "app_id", "2014072300007148",
                "seller_id", "2088102146225135",
                "notify_id", "n-1",
                "out_trade_no", "OH1",
                "trade_no", "t-1",
                "trade_status", "TRADE_SUCCESS",
                "total_amount", "1.00",
                "charset", "utf-8"));
    }

    private static Callback alipaySays(SortedMap<String, String> trade) {
        SortedMap<String, String> form = new TreeMap<>(trade);
        form.put("sign", Rsa.sign(SomeTills.privateKey(), joined(trade)));
        form.put("sign_type", "RSA2");
        return new Callback(
                "/pay/callback/alipay",
                Map.of(),
                form.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private static String joined(SortedMap<String, String> fields) {
        return fields.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
    }

    private static Optional<Fault> fault(Cashier cashier, Till till, Callback callback) {
        try {
            assertThat(cashier.read(till, callback).number()).isEqualTo("OH1");
            return Optional.empty();
        } catch (BadCallback bad) {
            return Optional.of(bad.fault());
        }
    }
}
