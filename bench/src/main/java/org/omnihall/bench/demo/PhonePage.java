package org.omnihall.bench.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.omnihall.bench.sms.ReceivedSms;
import org.omnihall.bench.sms.SmsCentre;

/** The page on which somebody who plays with the demo reads the text messages of its phones: newest first, renewed by itself. */
final class PhonePage implements AutoCloseable {

    private static final int KEPT = 50;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final HttpServer server;
    private final SmsCentre centre;
    private final Deque<ReceivedSms> newest = new ArrayDeque<>();

    PhonePage(InetSocketAddress bind, SmsCentre centre) throws IOException {
        this.server = HttpServer.create(bind, 16);
        this.centre = centre;
        server.createContext("/", this::show);
        server.createContext("/of/", this::list);
        centre.listen(this::keep);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    private void keep(ReceivedSms sms) {
        synchronized (newest) {
            newest.addFirst(sms);
            if (newest.size() > KEPT) {
                newest.removeLast();
            }
        }
    }

    private void show(HttpExchange exchange) throws IOException {
        answer(exchange, "text/html", page());
    }

    /** For simulated phones: the messages of the number that ends the path, the oldest first, one a line. */
    private void list(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String lines = centre.inbox(path.substring(path.lastIndexOf('/') + 1)).stream()
                .map(sms -> sms.text().replaceAll("\\R", " ") + "\n")
                .collect(Collectors.joining());
        answer(exchange, "text/plain", lines);
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        try (exchange) {
            byte[] page = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    private String page() {
        List<ReceivedSms> messages;
        synchronized (newest) {
            messages = new ArrayList<>(newest);
        }
        StringBuilder bubbles = new StringBuilder();
        messages.forEach(sms -> bubbles.append(bubble(sms)));
        String empty =
                "<p class=\"none\">还没有短信，在登录页输入一个号码即可收到。<br>No message yet: enter a number on the login page.</p>";
        return HEAD + (messages.isEmpty() ? empty : bubbles.toString()) + "</main></body></html>";
    }

    private static String bubble(ReceivedSms sms) {
        return "<article><h2>%s <small>%s · %s</small></h2><p>%s</p></article>"
                .formatted(escape(sms.msisdn()), escape(sms.from()), TIME.format(sms.at()), escape(sms.text()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static final String HEAD = """
            <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="3">
            <meta name="viewport" content="width=device-width,initial-scale=1"><title>手机短信 · Text messages</title>
            <style>
            body{margin:0;background:#eef1f6;color:#1b2330;font:16px/1.5 system-ui,"Noto Sans CJK SC",sans-serif}
            main{max-width:30rem;margin:0 auto;padding:1rem}
            h1{font-size:1.15rem;margin:.5rem 0 1rem}
            article{background:#fff;border-radius:1rem;padding:.75rem 1rem;margin:0 0 .75rem;box-shadow:0 1px 2px #0001}
            h2{font-size:.95rem;margin:0;font-variant-numeric:tabular-nums}
            small{color:#6a7483;font-weight:400;margin-left:.4rem}
            article p{margin:.25rem 0 0}
            .none{color:#6a7483;text-align:center;padding:3rem 0}
            </style></head><body><main><h1>演示手机收到的短信 · What the demo's phones received</h1>
            """;
}
