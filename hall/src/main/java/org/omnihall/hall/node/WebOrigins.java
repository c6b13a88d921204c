package org.omnihall.hall.node;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.connector.Connector;

/** The web addresses of this node, by what they serve. */
public final class WebOrigins {

    /** One listener of the web server. */
    record Listener(String name, Origin origin, boolean tls, Connector connector) {

        int port() {
            return connector.getLocalPort();
        }
    }

    private final String publicHost;
    private final List<Listener> listeners;

    WebOrigins(String publicHost, List<Listener> listeners) {
        this.publicHost = publicHost;
        this.listeners = List.copyOf(listeners);
    }

    /** The login pages under TLS, such as {@code https://localhost:8444}. */
    public URI pages() {
        return address("pages-tls");
    }

    /** The landing hop in plain HTTP, such as {@code http://localhost:8081}. */
    public URI landing() {
        return address("pages");
    }

    /** The console in plain HTTP, such as {@code http://localhost:8080}. */
    public URI console() {
        return address("web");
    }

    /** The console under TLS, such as {@code https://localhost:8443}. */
    public URI consoleTls() {
        return address("web-tls");
    }

    /** What is served on the local port; nothing where no web server of this node listens, as in tests without one. */
    Optional<Origin> at(int localPort) {
        return listeners.stream()
                .filter(listener -> listener.port() == localPort)
                .map(Listener::origin)
                .findFirst();
    }

    List<Listener> listeners() {
        return listeners;
    }

    private URI address(String name) {
        Listener listener = listeners.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        String scheme = listener.tls() ? "https" : "http";
        String host = publicHost.contains(":") ? "[" + publicHost + "]" : publicHost;
        boolean usual = listener.port() == (listener.tls() ? 443 : 80);
        return URI.create(scheme + "://" + host + (usual ? "" : ":" + listener.port()));
    }

    /** The settings' ports by the name of their setting, with what they serve. */
    static Map<String, Origin> plan() {
        return Map.of(
                "web", Origin.CONSOLE, "web-tls", Origin.CONSOLE, "pages", Origin.LANDING, "pages-tls", Origin.PAGES);
    }
}
