package org.omnihall.bench.cashier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A peer that speaks what a Native payment takes of WeChat Pay's version 3, and believes only what the merchant signed. */
public final class WeChatPayPeer implements AutoCloseable {

    public static final String MERCHANT = "1900000109";
    public static final String APP = "wxd678efh567hg6787";
    public static final String MERCHANT_SERIAL = "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB";
    public static final String PLATFORM_SERIAL = "PUB_KEY_ID_0119000001092024092500289100000000";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/v3/pay/transactions/";
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "WECHATPAY2-SHA256-RSA2048 mchid=\"(?<mchid>[^\"]+)\",nonce_str=\"(?<nonce>[^\"]+)\","
                    + "signature=\"(?<signature>[^\"]+)\",timestamp=\"(?<timestamp>\\d+)\",serial_no=\"(?<serial>[^\"]+)\"");

    private final HttpServer server;
    private final KeyPairs own = KeyPairs.generate();
    private final KeyPairs merchant;
    private final String messageKey;
    private final Post post;
    private final Clock clock;
    private final Map<String, ObjectNode> transactions = new ConcurrentHashMap<>();
    private final Map<String, URI> tellAt = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong(4_200_000_000L);

    /**
     * @param merchant the keys of the merchant, of which a real peer has only the certificate
     * @param messageKey 32 characters, the merchant's APIv3 key
     */
    public WeChatPayPeer(KeyPairs merchant, String messageKey, SSLContext trust, Clock clock) {
        this.merchant = merchant;
        this.messageKey = messageKey;
        this.post = new Post(trust, Duration.ofMillis(200));
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext(PATH, this::serve);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public String publicKey() {
        return own.publicPem();
    }

    public List<Integer> answers() {
        return post.answers();
    }

    /** The payer pays; the result comes signed and encrypted unless it is lost. */
    public void pay(String number, boolean lost) {
        ObjectNode transaction = Objects.requireNonNull(transactions.get(number));
        transaction.put("trade_state", "SUCCESS").put("transaction_id", Long.toString(numbers.incrementAndGet()));
        if (!lost) {
            ObjectNode envelope = JSON.createObjectNode()
                    .put("id", UUID.randomUUID().toString())
                    .put("create_time", clock.instant().toString())
                    .put("resource_type", "encrypt-resource")
                    .put("event_type", "TRANSACTION.SUCCESS")
                    .put("summary", "支付成功");
            envelope.putObject("resource")
                    .put("original_type", "transaction")
                    .put("algorithm", "AEAD_AES_256_GCM")
                    .put("associated_data", "transaction")
                    .put("nonce", "fdasflkja484")
                    .put("ciphertext", encrypted(JSON.writeValueAsString(transaction), "fdasflkja484"));
            String body = JSON.writeValueAsString(envelope);
            post.bring(() -> callback(Objects.requireNonNull(tellAt.get(number)), body));
        }
    }

    private HttpRequest callback(URI uri, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        signature(body).forEach(request::header);
        return request.build();
    }

    private Map<String, String> signature(String body) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String nonce = UUID.randomUUID().toString().replace("-", "");
        return Map.of(
                "Wechatpay-Timestamp", timestamp,
                "Wechatpay-Nonce", nonce,
                "Wechatpay-Serial", PLATFORM_SERIAL,
                "Wechatpay-Signature", own.sign(timestamp + "\n" + nonce + "\n" + body + "\n"));
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = Answers.body(exchange);
        if (!isProved(exchange, body)) {
            answer(exchange, 401, "{\"code\":\"SIGN_ERROR\"}");
            return;
        }
        String path = exchange.getRequestURI().getPath().substring(PATH.length());
        if (path.equals("native")) {
            ObjectNode wish = (ObjectNode) JSON.readTree(body);
            String number = wish.path("out_trade_no").stringValue();
            tellAt.put(number, URI.create(wish.path("notify_url").stringValue()));
            transactions.put(number, wish.deepCopy().put("trade_state", "NOTPAY"));
            answer(exchange, 200, "{\"code_url\":\"weixin://wxpay/bizpayurl?pr=" + number + "\"}");
        } else {
            ObjectNode known = transactions.get(path.substring("out-trade-no/".length()));
            answer(
                    exchange,
                    known == null ? 404 : 200,
                    known == null ? "{\"code\":\"ORDER_NOT_EXIST\"}" : JSON.writeValueAsString(known));
        }
    }

    private boolean isProved(HttpExchange exchange, String body) {
        Matcher read = AUTHORIZATION.matcher(Answers.header(exchange, "Authorization"));
        return read.matches()
                && read.group("mchid").equals(MERCHANT)
                && read.group("serial").equals(MERCHANT_SERIAL)
                && merchant.verifies(
                        String.join(
                                "\n",
                                exchange.getRequestMethod(),
                                exchange.getRequestURI().toString(),
                                read.group("timestamp"),
                                read.group("nonce"),
                                body,
                                ""),
                        read.group("signature"));
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        signature(body).forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        Answers.send(exchange, status, "application/json", body);
    }

    private String encrypted(String text, String nonce) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(messageKey.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD("transaction".getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        post.close();
    }
}
