package org.omnihall.hall.ordering.cashier;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.ordering.CashierKind;

/**
 * A cashier as it was typed: reads it, and knows what is wrong with which field. Fields: code, kind, merchant, app, address, serial,
 * peerSerial, peerKey, ownKey, messageKey, open. The two secrets go in and never come out.
 */
public final class TillForm {

    private static final List<String> SECRETS = List.of("ownKey", "messageKey");

    private final Map<String, String> fields;
    private final Optional<Till> before;
    private final Map<String, String> faults = new HashMap<>();

    TillForm(Map<String, String> fields, Optional<Till> before) {
        this.fields = Map.copyOf(fields);
        this.before = before;
    }

    static TillForm blank(CashierKind kind) {
        String address = switch (kind) {
            case SANDBOX -> "";
            case ALIPAY -> "https://openapi.alipay.com/gateway.do";
            case WECHAT_PAY -> "https://api.mch.weixin.qq.com";
        };
        return new TillForm(Map.of("kind", kind.name(), "address", address, "open", "true"), Optional.empty());
    }

    static TillForm of(Till till) {
        return new TillForm(
                Map.of(
                        "code", till.code(),
                        "kind", till.kind().name(),
                        "merchant", till.merchant(),
                        "app", till.app(),
                        "address", till.address(),
                        "serial", till.serial(),
                        "peerSerial", till.peerSerial(),
                        "peerKey", till.peerKey(),
                        "open", Boolean.toString(till.open())),
                Optional.of(till));
    }

    /** What a field holds; never a secret. */
    public String text(String field) {
        if (field.equals("code") && before.isPresent()) {
            return before.get().code();
        }
        return SECRETS.contains(field) ? "" : typed(field);
    }

    /** The word key of what is wrong with a field; empty where nothing is. */
    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }

    public boolean isWrong() {
        return !faults.isEmpty();
    }

    /** Whether it is set up already; its code and kind stay then. */
    public boolean isKnown() {
        return before.isPresent();
    }

    public CashierKind kind() {
        return before.map(Till::kind)
                .orElseGet(() -> List.of(CashierKind.values()).stream()
                        .filter(kind -> kind.name().equals(typed("kind")))
                        .findFirst()
                        .orElse(CashierKind.SANDBOX));
    }

    void wrong(String field, String fault) {
        faults.putIfAbsent(field, "ordering.cashier.fault." + fault);
    }

    /** The cashier, or nothing where a field is wrong. */
    Optional<Till> read() {
        CashierKind kind = kind();
        boolean rsa = kind != CashierKind.SANDBOX;
        boolean weChat = kind == CashierKind.WECHAT_PAY;
        String code = before.map(Till::code).orElseGet(() -> typed("code"));
        check("code", code.matches("[a-z0-9-]{1,30}"), "CODE");
        check("merchant", typed("merchant").matches("[A-Za-z0-9_-]{1,40}"), "MERCHANT");
        check(
                "app",
                rsa ? typed("app").matches("[A-Za-z0-9]{1,32}") : typed("app").isEmpty(),
                "APP");
        check("address", isAddress(typed("address"), rsa), "ADDRESS");
        check(
                "serial",
                weChat
                        ? typed("serial").matches("[0-9A-Fa-f]{8,40}")
                        : typed("serial").isEmpty(),
                "SERIAL");
        check(
                "peerSerial",
                weChat
                        ? typed("peerSerial").matches("[0-9A-Za-z_]{8,64}")
                        : typed("peerSerial").isEmpty(),
                "PEER_SERIAL");
        check(
                "peerKey",
                rsa ? Rsa.isPublicKey(typed("peerKey")) : typed("peerKey").isEmpty(),
                "PEER_KEY");
        String ownKey = secret("ownKey", before.map(Till::ownKey));
        check("ownKey", rsa ? Rsa.isPrivateKey(ownKey) : ownKey.matches("[!-~]{32,200}"), rsa ? "OWN_KEY" : "SECRET");
        String messageKey = secret("messageKey", before.map(Till::messageKey));
        check("messageKey", weChat ? messageKey.matches("[!-~]{32}") : messageKey.isEmpty(), "MESSAGE_KEY");
        return isWrong()
                ? Optional.empty()
                : Optional.of(new Till(
                        code,
                        kind,
                        typed("open").equals("true"),
                        typed("merchant"),
                        typed("app"),
                        typed("address"),
                        typed("serial"),
                        typed("peerSerial"),
                        typed("peerKey"),
                        ownKey,
                        messageKey));
    }

    /** Empty keeps the one there is. */
    private String secret(String field, Optional<String> kept) {
        String typed = typed(field);
        return typed.isEmpty() ? kept.orElse("") : typed;
    }

    private String typed(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** Real money goes by TLS; a sandbox may lie on this machine. */
    private static boolean isAddress(String typed, boolean tls) {
        if (!typed.matches("https?://[A-Za-z0-9.\\[\\]:-]{1,253}(/[A-Za-z0-9._/-]{0,200})?") || typed.endsWith("/")) {
            return false;
        }
        try {
            URI uri = URI.create(typed);
            return uri.getHost() != null && (!tls || uri.getScheme().equals("https") || isHere(uri.getHost()));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1");
    }

    private void check(String field, boolean right, String fault) {
        if (!right) {
            wrong(field, fault);
        }
    }
}
