package org.omnihall.eap.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import org.omnihall.eap.EapMethod;
import org.omnihall.eap.EapTypes;
import org.omnihall.eap.People;

/**
 * The methods on TLS over one certificate. Each has a TLS context of its own, so that a session of one is not resumed by another (RFC 9427
 * section 6); new methods over a new certificate resume nothing of the old.
 */
public final class TlsMethods {

    private static final char[] NO_PASSWORD = {};
    private static final String[] VERSIONS = {TlsTunnel.TLS_1_3, TlsTunnel.TLS_1_2};

    private final TlsServer server;
    private final Clock clock;
    private final SecureRandom random;

    private TlsMethods(TlsServer server, Clock clock, SecureRandom random) {
        this.server = server;
        this.clock = clock;
        this.random = random;
    }

    /** PEAP, EAP-TTLS and, where authorities are known, EAP-TLS, in the order in which they are to be offered. */
    public static List<EapMethod> of(TlsServer server, Clock clock, SecureRandom random)
            throws GeneralSecurityException {
        TlsMethods methods = new TlsMethods(server, clock, random);
        List<EapMethod> all = new ArrayList<>(List.of(methods.method(TlsKind.PEAP), methods.method(TlsKind.TTLS)));
        if (!server.authorities().isEmpty()) {
            all.add(methods.method(TlsKind.TLS));
        }
        return List.copyOf(all);
    }

    private EapMethod method(TlsKind kind) throws GeneralSecurityException {
        return new Method(kind, context());
    }

    private SSLContext context() throws GeneralSecurityException {
        try {
            KeyStore own = empty();
            own.setKeyEntry("server", server.key(), NO_PASSWORD, server.chain().toArray(X509Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(own, NO_PASSWORD);
            KeyStore believed = empty();
            for (X509Certificate authority : server.authorities()) {
                believed.setCertificateEntry("authority-" + believed.size(), authority);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(believed);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), random);
            context.getServerSessionContext().setSessionCacheSize(server.sessions());
            context.getServerSessionContext()
                    .setSessionTimeout((int) server.life().toSeconds());
            return context;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    private final class Method implements EapMethod {

        private final TlsKind kind;
        private final SSLContext context;

        Method(TlsKind kind, SSLContext context) {
            this.kind = kind;
            this.context = context;
        }

        @Override
        public int type() {
            return kind.type();
        }

        @Override
        public String name() {
            return kind.name();
        }

        @Override
        public Exchange begin(Opening opening) {
            TlsTunnel tunnel = new TlsTunnel(engine());
            People people = opening.people();
            Inner inner = switch (kind) {
                case TLS -> new CertificateInner(tunnel, people, clock);
                case PEAP -> new PeapInner(tunnel, people, random);
                case TTLS -> new TtlsInner(tunnel, people);
            };
            return new TlsExchange(kind, new Fragments(opening.limits()), tunnel, inner);
        }

        private SSLEngine engine() {
            SSLEngine engine = context.createSSLEngine();
            engine.setUseClientMode(false);
            engine.setEnabledProtocols(VERSIONS);
            engine.setNeedClientAuth(kind.type() == EapTypes.TLS);
            return engine;
        }
    }
}
