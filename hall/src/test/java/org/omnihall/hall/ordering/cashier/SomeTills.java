package org.omnihall.hall.ordering.cashier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.omnihall.hall.ordering.CashierKind;

/** Cashiers whose other side is played by tests. */
final class SomeTills {

    static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final KeyPair KEYS = keys();

    private SomeTills() {}

    static Till sandbox(String code) {
        return Till.sandbox(code, "m-1", "http://127.0.0.1:9", SECRET);
    }

    /** Both sides have one pair of keys. */
    static Till alipay() {
        return new Till(
                "alipay",
                CashierKind.ALIPAY,
                true,
                "2088102146225135",
                "2014072300007148",
                "http://127.0.0.1:9/gateway.do",
                "",
                "",
                publicKey(),
                privateKey(),
                "");
    }

    static Till weChat() {
        return new Till(
                "wechat",
                CashierKind.WECHAT_PAY,
                true,
                "1900000109",
                "wxd678efh567hg6787",
                "http://127.0.0.1:9",
                "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
                "PUB_KEY_ID_01",
                publicKey(),
                privateKey(),
                SECRET);
    }

    static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    static String privateKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded());
    }

    /** A callback of the sandbox, as it is signed at this second. */
    static Callback sandboxSays(String path, String body, String nonce, long second) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String signed = String.join("\n", "POST", path, Long.toString(second), nonce, body);
            String signature = HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
            return new Callback(
                    path,
                    Map.of(
                            "cashier-timestamp", Long.toString(second),
                            "cashier-nonce", nonce,
                            "cashier-signature", signature),
                    body);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** A callback of WeChat Pay about this transaction, as it is signed at this second. */
    static Callback weChatSays(String transaction, long second) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(128, "fdasflkja484".getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD("transaction".getBytes(StandardCharsets.UTF_8));
            String sealed =
                    Base64.getEncoder().encodeToString(cipher.doFinal(transaction.getBytes(StandardCharsets.UTF_8)));
            String body = """
                    {"id":"e-1","resource":{"algorithm":"AEAD_AES_256_GCM","associated_data":"transaction",\
                    "nonce":"fdasflkja484","ciphertext":"%s"}}""".formatted(sealed);
            return new Callback(
                    "/pay/callback/wechat",
                    Map.of(
                            "wechatpay-timestamp",
                            Long.toString(second),
                            "wechatpay-nonce",
                            "n-1",
                            "wechatpay-serial",
                            "PUB_KEY_ID_01",
                            "wechatpay-signature",
                            Rsa.sign(privateKey(), second + "\nn-1\n" + body + "\n")),
                    body);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
