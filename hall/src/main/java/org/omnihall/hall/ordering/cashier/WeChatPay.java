package org.omnihall.hall.ordering.cashier;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.omnihall.hall.ordering.CashierKind;
import org.omnihall.hall.ordering.cashier.BadCallback.Fault;
import org.omnihall.hall.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * WeChat Pay, version 3, Native (pay.weixin.qq.com/doc/v3): the payer's phone scans what {@code /v3/pay/transactions/native} gives. Requests
 * and answers are signed with RSA and SHA-256, the result comes signed and encrypted with AES-256-GCM.
 */
@Component
class WeChatPay implements Cashier {

    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048";
    private static final String TRANSACTIONS = "/v3/pay/transactions/";
    private static final int TAG_BITS = 128;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Asia/Shanghai"));

    private final Wires wires;
    private final Vault vault;
    private final CashierSettings settings;
    private final Clock clock;

    WeChatPay(Wires wires, Vault vault, CashierSettings settings, Clock clock) {
        this.wires = wires;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public CashierKind kind() {
        return CashierKind.WECHAT_PAY;
    }

    @Override
    public URI open(Till till, Charge charge) {
        ObjectNode wish = Json.object()
                .put("appid", till.app())
                .put("mchid", till.merchant())
                .put("description", charge.subject())
                .put("out_trade_no", charge.number())
                .put("time_expire", TIME.format(charge.expires().truncatedTo(ChronoUnit.SECONDS)))
                .put("notify_url", charge.tellAt().toString());
        wish.putObject("amount").put("total", charge.fen()).put("currency", "CNY");
        ObjectNode made = call(till, "POST", TRANSACTIONS + "native", Json.write(wish))
                .orElseThrow(() -> new CashierSilent("no such service"));
        String scanned = Json.text(made, "code_url");
        if (!scanned.matches("weixin://[!-~]{1,500}")) {
            throw new CashierSilent("no code_url");
        }
        return URI.create(scanned);
    }

    @Override
    public Standing ask(Till till, String number) {
        return call(till, "GET", TRANSACTIONS + "out-trade-no/" + number + "?mchid=" + till.merchant(), "")
                .map(told -> {
                    if (!isOurs(till, told) || !Json.text(told, "out_trade_no").equals(number)) {
                        throw new CashierSilent("another transaction");
                    }
                    return standing(told).orElseThrow(() -> new CashierSilent("an unknown state"));
                })
                .orElseGet(() -> new Standing.Ended("ORDER_NOT_EXIST"));
    }

    @Override
    public Notice read(Till till, Callback callback) {
        String timestamp = callback.header("wechatpay-timestamp");
        String nonce = callback.header("wechatpay-nonce");
        String signature = callback.header("wechatpay-signature");
        if (!callback.header("wechatpay-serial").equals(till.peerSerial())
                || !Rsa.verifies(till.peerKey(), message(timestamp, nonce, callback.body()), signature)) {
            throw new BadCallback(Fault.SIGNATURE_WRONG);
        }
        if (!Sandbox.isNear(timestamp, clock.instant(), settings)) {
            throw new BadCallback(Fault.STALE);
        }
        ObjectNode told = Json.read(callback.body())
                .flatMap(envelope -> opened(till, envelope.path("resource")))
                .flatMap(Json::read)
                .orElseThrow(() -> new BadCallback(Fault.UNREADABLE));
        if (!isOurs(till, told)) {
            throw new BadCallback(Fault.MERCHANT_WRONG);
        }
        Standing standing = standing(told).orElseThrow(() -> new BadCallback(Fault.UNREADABLE));
        return new Notice(nonce, Json.text(told, "out_trade_no"), standing);
    }

    @Override
    public Reply taken() {
        return Reply.json(200, "{\"code\":\"SUCCESS\"}");
    }

    @Override
    public Reply refused(Fault fault) {
        return Reply.json(fault.status(), "{\"code\":\"FAIL\",\"message\":\"" + fault + "\"}");
    }

    private static boolean isOurs(Till till, ObjectNode told) {
        return Json.text(told, "mchid").equals(till.merchant())
                && Json.text(told, "appid").equals(till.app());
    }

    private static Optional<Standing> standing(ObjectNode told) {
        JsonNode amount = told.path("amount");
        String state = Json.text(told, "trade_state");
        return switch (state) {
            case "SUCCESS" ->
                Optional.of(new Standing.Paid(
                        Json.text(told, "transaction_id"),
                        Json.number(amount, "total"),
                        Json.text(amount, "currency")));
            case "NOTPAY", "USERPAYING", "ACCEPT" -> Optional.of(new Standing.Waiting());
            case "CLOSED", "REVOKED", "PAYERROR", "REFUND" -> Optional.of(new Standing.Ended(state));
            default -> Optional.empty();
        };
    }

    /** What was answered; nothing where the transaction is unknown there. */
    private Optional<ObjectNode> call(Till till, String method, String path, String body) {
        URI uri = till.at(path);
        String asked = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String nonce = vault.random(16).toHex();
        String signature = Rsa.sign(till.ownKey(), method + "\n" + asked + "\n" + message(timestamp, nonce, body));
        String authorization = "%s mchid=\"%s\",nonce_str=\"%s\",signature=\"%s\",timestamp=\"%s\",serial_no=\"%s\""
                .formatted(SCHEME, till.merchant(), nonce, signature, timestamp, till.serial());
        Wires.Answer answer = wires.send(HttpRequest.newBuilder(uri)
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("User-Agent", "omnihall")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        boolean proved = answer.header("Wechatpay-Serial").equals(till.peerSerial())
                && Rsa.verifies(
                        till.peerKey(),
                        message(answer.header("Wechatpay-Timestamp"), answer.header("Wechatpay-Nonce"), answer.body()),
                        answer.header("Wechatpay-Signature"))
                && Sandbox.isNear(answer.header("Wechatpay-Timestamp"), clock.instant(), settings);
        if (!proved || (answer.status() != 200 && answer.status() != 404)) {
            throw new CashierSilent("status " + answer.status() + (proved ? "" : ", unproved"));
        }
        return answer.status() == 404 ? Optional.empty() : Json.read(answer.body());
    }

    private static String message(String timestamp, String nonce, String body) {
        return timestamp + "\n" + nonce + "\n" + body + "\n";
    }

    /** Nothing where it cannot be opened with our key. */
    private static Optional<String> opened(Till till, JsonNode resource) {
        if (!Json.text(resource, "algorithm").equals("AEAD_AES_256_GCM")) {
            return Optional.empty();
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(till.messageKey().getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(TAG_BITS, Json.text(resource, "nonce").getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(Json.text(resource, "associated_data").getBytes(StandardCharsets.UTF_8));
            byte[] plain = cipher.doFinal(Base64.getDecoder().decode(Json.text(resource, "ciphertext")));
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | GeneralSecurityException broken) {
            return Optional.empty();
        }
    }
}
