package org.omnihall.hall.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.omnihall.hall.node.tls.CertificateFiles;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Makes the web server listen on all four ports: console and pages, plain and with TLS. */
final class WebListeners implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String COMPRESSED = "text/html,text/css,text/plain,text/csv,text/javascript,"
            + "application/javascript,application/json,image/svg+xml";

    /**
     * Of a body that is refused so much is read away: who is cut off while he sends sees a broken connection instead of the answer that says why.
     */
    private static final int SWALLOWED = 16 << 20;

    private final NodeSettings settings;
    private final CertificateFiles certificate;
    private final List<WebOrigins.Listener> listeners = new ArrayList<>();

    WebListeners(NodeSettings settings, CertificateFiles certificate) {
        this.settings = settings;
        this.certificate = certificate;
        Ports ports = settings.ports();
        add("web", ports.web(), false);
        add("web-tls", ports.webTls(), true);
        add("pages", ports.pages(), false);
        add("pages-tls", ports.pagesTls(), true);
    }

    WebOrigins origins() {
        return new WebOrigins(settings.publicHost(), listeners);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        WebOrigins.Listener first = listeners.getFirst();
        factory.setPort(settings.ports().web());
        factory.setAddress(settings.bind());
        factory.addConnectorCustomizers(connector -> {
            ((AbstractHttp11Protocol<?>) connector.getProtocolHandler()).setMaxSwallowSize(SWALLOWED);
            listeners.set(0, withConnector(first, connector));
        });
        listeners.stream().skip(1).map(WebOrigins.Listener::connector).forEach(factory::addAdditionalConnectors);
    }

    /** Makes all TLS listeners read the certificate's files again; connections that are open stay as they are. */
    void reloadCertificate() {
        listeners.stream()
                .filter(WebOrigins.Listener::tls)
                .map(listener -> listener.connector().getProtocolHandler())
                .forEach(handler -> ((AbstractHttp11Protocol<?>) handler).reloadSslHostConfigs());
    }

    private static WebOrigins.Listener withConnector(WebOrigins.Listener listener, Connector connector) {
        return new WebOrigins.Listener(listener.name(), listener.origin(), listener.tls(), connector);
    }

    private void add(String name, int port, boolean tls) {
        Connector connector = connector(port, tls);
        listeners.add(new WebOrigins.Listener(
                name, Objects.requireNonNull(WebOrigins.plan().get(name)), tls, connector));
    }

    private Connector connector(int port, boolean tls) {
        Http11NioProtocol protocol = new Http11NioProtocol();
        Connector connector = new Connector(protocol);
        connector.setPort(port);
        protocol.setAddress(settings.bind());
        protocol.setExecutor(new VirtualThreadExecutor("web-" + port + "-"));
        protocol.setConnectionTimeout(10_000);
        protocol.setMaxSwallowSize(SWALLOWED);
        protocol.setCompression("on");
        protocol.setCompressibleMimeType(COMPRESSED);
        if (tls) {
            connector.setScheme("https");
            connector.setSecure(true);
            protocol.setSSLEnabled(true);
            connector.addSslHostConfig(hostConfig());
        }
        return connector;
    }

    private SSLHostConfig hostConfig() {
        SSLHostConfig host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        SSLHostConfigCertificate files = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        files.setCertificateFile(certificate.certificate().toString());
        files.setCertificateKeyFile(certificate.key().toString());
        host.addCertificate(files);
        return host;
    }
}
