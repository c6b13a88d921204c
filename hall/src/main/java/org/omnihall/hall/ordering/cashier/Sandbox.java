package org.omnihall.hall.ordering.cashier;

import java.net.URI;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.omnihall.hall.ordering.CashierKind;
import org.omnihall.hall.ordering.cashier.BadCallback.Fault;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sandbox cashier ({@code docs/protocols/sandbox-cashier.md}): JSON over HTTP, each message with a time, a nonce and an HMAC-SHA-256 over
 * method, path, both and the body. Requests, answers and callbacks are signed alike.
 */
@Component
class Sandbox implements Cashier {

    private static final String PAYMENTS = "/v1/payments";
    private static final String TIMESTAMP = "Cashier-Timestamp";
    private static final String NONCE = "Cashier-Nonce";
    private static final String SIGNATURE = "Cashier-Signature";

    private final Wires wires;
    private final Vault vault;
    private final CashierSettings settings;
    private final Clock clock;

    Sandbox(Wires wires, Vault vault, CashierSettings settings, Clock clock) {
        this.wires = wires;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public CashierKind kind() {
        return CashierKind.SANDBOX;
    }

    @Override
    public URI open(Till till, Charge charge) {
        ObjectNode wish = Json.object()
                .put("merchant", till.merchant())
                .put("number", charge.number())
                .put("fen", charge.fen())
                .put("currency", "CNY")
                .put("subject", charge.subject())
                .put("notify", charge.tellAt().toString())
                .put("comeBack", charge.comeBack().toString())
                .put("expires", charge.expires().toString());
        ObjectNode made = call(till, "POST", PAYMENTS, Json.write(wish), 201)
                .orElseThrow(() -> new CashierSilent("no such service"));
        String page = Json.text(made, "page");
        if (!page.matches("https?://[!-~]{1,500}")) {
            throw new CashierSilent("no page");
        }
        return URI.create(page);
    }

    @Override
    public Standing ask(Till till, String number) {
        return call(till, "GET", PAYMENTS + "/" + number, "", 200)
                .<Standing>map(told -> {
                    if (!Json.text(told, "number").equals(number)
                            || !Json.text(told, "merchant").equals(till.merchant())) {
                        throw new CashierSilent("another payment");
                    }
                    return standing(told).orElseThrow(() -> new CashierSilent("an unknown status"));
                })
                .orElseGet(() -> new Standing.Ended("UNKNOWN"));
    }

    @Override
    public Notice read(Till till, Callback callback) {
        String nonce = callback.header(NONCE.toLowerCase(Locale.ROOT));
        String timestamp = callback.header(TIMESTAMP.toLowerCase(Locale.ROOT));
        Octets signature = hex(callback.header(SIGNATURE.toLowerCase(Locale.ROOT)));
        Octets wanted = sign(till, String.join("\n", "POST", callback.path(), timestamp, nonce, callback.body()));
        if (!wanted.equalsInConstantTime(signature)) {
            throw new BadCallback(Fault.SIGNATURE_WRONG);
        }
        if (!isNear(timestamp)) {
            throw new BadCallback(Fault.STALE);
        }
        ObjectNode told = Json.read(callback.body()).orElseThrow(() -> new BadCallback(Fault.UNREADABLE));
        if (!Json.text(told, "merchant").equals(till.merchant())) {
            throw new BadCallback(Fault.MERCHANT_WRONG);
        }
        Standing standing = standing(told).orElseThrow(() -> new BadCallback(Fault.UNREADABLE));
        return new Notice(nonce, Json.text(told, "number"), standing);
    }

    @Override
    public Reply taken() {
        return Reply.json(200, "{\"taken\":true}");
    }

    @Override
    public Reply refused(Fault fault) {
        return Reply.json(fault.status(), "{\"taken\":false,\"fault\":\"" + fault + "\"}");
    }

    private static Optional<Standing> standing(ObjectNode told) {
        return switch (Json.text(told, "status")) {
            case "PAID" ->
                Optional.of(new Standing.Paid(
                        Json.text(told, "transaction"), Json.number(told, "fen"), Json.text(told, "currency")));
            case "WAITING" -> Optional.of(new Standing.Waiting());
            case "CANCELLED", "EXPIRED" -> Optional.of(new Standing.Ended(Json.text(told, "status")));
            default -> Optional.empty();
        };
    }

    /** What was answered; nothing where the payment is unknown there. */
    private Optional<ObjectNode> call(Till till, String method, String path, String body, int wanted) {
        URI uri = till.at(path);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String nonce = vault.random(16).toHex();
        String signed = String.join("\n", method, uri.getRawPath(), timestamp, nonce, body);
        Wires.Answer answer = wires.send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Cashier-Merchant", till.merchant())
                .header(TIMESTAMP, timestamp)
                .header(NONCE, nonce)
                .header(SIGNATURE, sign(till, signed).toHex())
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        String said = String.join(
                "\n", method, uri.getRawPath(), answer.header(TIMESTAMP), answer.header(NONCE), answer.body());
        boolean proved = sign(till, said).equalsInConstantTime(hex(answer.header(SIGNATURE)))
                && isNear(answer.header(TIMESTAMP));
        if (!proved || (answer.status() != wanted && answer.status() != 404)) {
            throw new CashierSilent("status " + answer.status() + (proved ? "" : ", unproved"));
        }
        return answer.status() == 404 ? Optional.empty() : Json.read(answer.body());
    }

    private boolean isNear(String timestamp) {
        return isNear(timestamp, clock.instant(), settings);
    }

    /** Whether a number of seconds since 1970 is close enough to now. */
    static boolean isNear(String timestamp, Instant now, CashierSettings settings) {
        try {
            return timestamp.matches("\\d{1,12}")
                    && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                                    .abs()
                                    .compareTo(settings.skew())
                            <= 0;
        } catch (DateTimeException | ArithmeticException far) {
            return false;
        }
    }

    private static Octets hex(String text) {
        return text.matches("[0-9a-f]{64}") ? Octets.ofHex(text) : Octets.EMPTY;
    }

    private static Octets sign(Till till, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Octets.ofText(till.ownKey()).toBytes(), "HmacSHA256"));
            return Octets.of(mac.doFinal(Octets.ofText(text).toBytes()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HmacSHA256", missing);
        }
    }
}
