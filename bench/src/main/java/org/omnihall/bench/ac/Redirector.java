package org.omnihall.bench.ac;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The controller's interception of plain HTTP: a client that is not online is sent to the login page, one that is gets what a phone's
 * probe hopes for.
 */
final class Redirector implements AutoCloseable {

    /** Decides by the client's address and the address it wanted; none when the client may pass. */
    interface Rule {
        Optional<URI> redirect(InetAddress client, URI wanted);
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Rule rule;

    Redirector(InetSocketAddress bind, Rule rule) throws IOException {
        this.rule = rule;
        this.server = HttpServer.create(bind, 128);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            InetAddress client = exchange.getRemoteAddress().getAddress();
            Optional<URI> elsewhere = rule.redirect(client, exchange.getRequestURI());
            if (elsewhere.isPresent()) {
                exchange.getResponseHeaders().set("Location", elsewhere.get().toString());
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            byte[] success = "<html><head><title>Success</title></head><body>Success</body></html>"
                    .getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, success.length);
            exchange.getResponseBody().write(success);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
