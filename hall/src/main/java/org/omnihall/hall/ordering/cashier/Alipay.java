package org.omnihall.hall.ordering.cashier;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.omnihall.hall.ordering.CashierKind;
import org.omnihall.hall.ordering.cashier.BadCallback.Fault;
import org.omnihall.hall.shell.Amounts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Alipay's open platform (opendocs.alipay.com): {@code alipay.trade.page.pay} leads the browser to its page by a signed address,
 * {@code alipay.trade.query} asks after a trade, and the result comes as a signed form. Signatures are RSA2 over the parameters in the order
 * of their names.
 */
@Component
class Alipay implements Cashier {

    /** The platform's clock, whatever the operator's. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private static final String SIGN = "sign";
    private static final String ANSWER = "alipay_trade_query_response";

    private final Wires wires;
    private final Clock clock;

    Alipay(Wires wires, Clock clock) {
        this.wires = wires;
        this.clock = clock;
    }

    @Override
    public CashierKind kind() {
        return CashierKind.ALIPAY;
    }

    /** Nothing is called: the browser carries what we signed. */
    @Override
    public URI open(Till till, Charge charge) {
        ObjectNode business = Json.object()
                .put("out_trade_no", charge.number())
                .put("product_code", "FAST_INSTANT_TRADE_PAY")
                .put("total_amount", Amounts.yuan(charge.fen()))
                .put("subject", charge.subject())
                .put("time_expire", TIME.format(charge.expires()));
        SortedMap<String, String> parameters = common(till, "alipay.trade.page.pay", business, clock.instant());
        parameters.put("notify_url", charge.tellAt().toString());
        parameters.put("return_url", charge.comeBack().toString());
        return URI.create(till.address() + "?" + signed(till, parameters));
    }

    @Override
    public Standing ask(Till till, String number) {
        ObjectNode business = Json.object().put("out_trade_no", number);
        SortedMap<String, String> parameters = common(till, "alipay.trade.query", business, clock.instant());
        Wires.Answer answer = wires.send(HttpRequest.newBuilder(till.at("?charset=utf-8"))
                .header("Content-Type", "application/x-www-form-urlencoded;charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(signed(till, parameters))));
        String told = member(answer.body(), ANSWER).orElseThrow(() -> new CashierSilent("status " + answer.status()));
        String sign = Json.read(answer.body()).map(all -> Json.text(all, SIGN)).orElse("");
        if (!Rsa.verifies(till.peerKey(), told, sign)) {
            throw new CashierSilent("an answer that is not proved");
        }
        return standing(number, Json.read(told).orElseThrow(() -> new CashierSilent("no JSON")));
    }

    private static Standing standing(String number, ObjectNode told) {
        if (Json.text(told, "sub_code").equals("ACQ.TRADE_NOT_EXIST")) {
            return new Standing.Waiting(); // a trade is there once its payer has signed in
        }
        if (!Json.text(told, "code").equals("10000")
                || !Json.text(told, "out_trade_no").equals(number)) {
            throw new CashierSilent("code " + Json.text(told, "code"));
        }
        Map<String, String> trade = Map.of(
                "trade_status", Json.text(told, "trade_status"),
                "trade_no", Json.text(told, "trade_no"),
                "total_amount", Json.text(told, "total_amount"));
        return standing(trade).orElseThrow(() -> new CashierSilent("an unknown status"));
    }

    @Override
    public Notice read(Till till, Callback callback) {
        SortedMap<String, String> form = form(callback.body());
        String sign = form.getOrDefault(SIGN, "");
        if (sign.isEmpty() || !form.getOrDefault("sign_type", "").equals("RSA2")) {
            throw new BadCallback(Fault.UNSIGNED);
        }
        String signed = joined(form, name -> !name.equals(SIGN) && !name.equals("sign_type"));
        if (!Rsa.verifies(till.peerKey(), signed, sign)) {
            throw new BadCallback(Fault.SIGNATURE_WRONG);
        }
        if (!form.getOrDefault("app_id", "").equals(till.app())
                || !form.getOrDefault("seller_id", "").equals(till.merchant())) {
            throw new BadCallback(Fault.MERCHANT_WRONG);
        }
        String nonce = form.getOrDefault("notify_id", "");
        if (nonce.isEmpty()) {
            throw new BadCallback(Fault.UNREADABLE);
        }
        Standing standing = standing(form).orElseThrow(() -> new BadCallback(Fault.UNREADABLE));
        return new Notice(nonce, form.getOrDefault("out_trade_no", ""), standing);
    }

    @Override
    public Reply taken() {
        return Reply.text(200, "success");
    }

    @Override
    public Reply refused(Fault fault) {
        return Reply.text(fault.status(), "fail");
    }

    private static Optional<Standing> standing(Map<String, String> trade) {
        return switch (trade.getOrDefault("trade_status", "")) {
            case "TRADE_SUCCESS", "TRADE_FINISHED" ->
                Amounts.fen(trade.getOrDefault("total_amount", ""))
                        .map(fen -> new Standing.Paid(trade.getOrDefault("trade_no", ""), fen, "CNY"));
            case "WAIT_BUYER_PAY" -> Optional.of(new Standing.Waiting());
            case "TRADE_CLOSED" -> Optional.of(new Standing.Ended("TRADE_CLOSED"));
            default -> Optional.empty();
        };
    }

    private static SortedMap<String, String> common(Till till, String method, ObjectNode business, Instant now) {
        return new TreeMap<>(Map.of(
                "app_id",
                till.app(),
                "method",
                method,
                "format",
                "JSON",
                "charset",
                "utf-8",
                "sign_type",
                "RSA2",
                "timestamp",
                TIME.format(now),
                "version",
                "1.0",
                "biz_content",
                Json.write(business)));
    }

    /** The parameters with their signature, as a query. */
    private static String signed(Till till, SortedMap<String, String> parameters) {
        SortedMap<String, String> all = new TreeMap<>(parameters);
        all.put(SIGN, Rsa.sign(till.ownKey(), joined(parameters, name -> true)));
        return all.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String joined(SortedMap<String, String> parameters, Predicate<String> among) {
        return parameters.entrySet().stream()
                .filter(one -> among.test(one.getKey()))
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
    }

    private static SortedMap<String, String> form(String body) {
        SortedMap<String, String> form = new TreeMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1
                    || form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))) != null) {
                throw new BadCallback(Fault.UNREADABLE);
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new BadCallback(Fault.UNREADABLE);
        }
    }

    /** The text of an object's member, which is an object, as it was sent: that is what is signed. */
    static Optional<String> member(String json, String name) {
        String before = "\"" + name + "\":";
        int start = json.indexOf(before + "{") + before.length();
        if (start < before.length()) {
            return Optional.empty();
        }
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < json.length(); i++) {
            char at = json.charAt(i);
            if (quoted) {
                i += at == '\\' ? 1 : 0;
                quoted = at != '"';
            } else {
                quoted = at == '"';
                depth += at == '{' ? 1 : at == '}' ? -1 : 0;
                if (depth == 0) {
                    return Optional.of(json.substring(start, i + 1));
                }
            }
        }
        return Optional.empty();
    }
}
