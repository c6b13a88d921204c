package org.omnihall.tmf;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a listener knows that a notification is ours and no replay: the three headers of the Standard Webhooks specification. The signature is
 * HMAC-SHA-256 over {@code id.timestamp.body}.
 */
public final class WebhookSignature {

    private WebhookSignature() {}

    /**
     * The headers {@code webhook-id}, {@code webhook-timestamp} (seconds) and {@code webhook-signature}.
     *
     * @param secret the octets that only the two sides know
     */
    public static Map<String, String> headers(byte[] secret, String id, Instant at, String body) {
        String timestamp = Long.toString(at.getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", timestamp);
        headers.put("webhook-signature", "v1," + mac(secret, id + "." + timestamp + "." + body));
        return headers;
    }

    /** The secret as a listener is given it. */
    public static String shown(byte[] secret) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    private static String mac(byte[] secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HmacSHA256", missing);
        }
    }
}
