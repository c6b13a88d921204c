package org.omnihall.eap.tls;

import java.security.KeyStore;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.omnihall.eap.Conversation;
import org.omnihall.eap.EapPacket;
import org.omnihall.eap.EapTypes;
import org.omnihall.eap.Limits;
import org.omnihall.eap.SessionKeys;
import org.omnihall.eap.Turn;
import org.omnihall.octets.Octets;

/** A supplicant over the JDK's TLS client; what it says inside is the test's affair. It remembers its sessions. */
final class Peer {

    private final SSLContext context;
    private final TlsKind kind;
    private final String version;
    private final Limits limits;
    private Optional<TlsTunnel> tunnel = Optional.empty();
    private int requests;
    private UnaryOperator<Octets> tongue = UnaryOperator.identity();
    private Way answer = Conversation::answer;

    /** What is said inside. */
    interface Words {

        /** What to say to this; nothing for an acknowledgement. */
        Octets to(Octets said, EapPacket request, TlsTunnel tunnel) throws TlsBroken;
    }

    Peer(SSLContext context, TlsKind kind, String version, Limits limits) {
        this.context = context;
        this.kind = kind;
        this.version = version;
        this.limits = limits;
    }

    /** A client that believes one certificate and may show one. */
    static SSLContext context(Papers believed, Optional<Papers> own) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", believed.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own.map(Papers::store).orElse(null), Papers.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** The keys on this side, after the end. */
    SessionKeys keys() throws TlsBroken {
        return tunnel.orElseThrow().keys(kind.type(), kind.label());
    }

    /** How many requests the server took for the last conversation. */
    int requests() {
        return requests;
    }

    /** How a message comes to the server. */
    interface Way {

        Turn to(Conversation conversation, Octets message);
    }

    /** Has messages take another way to the server. */
    Peer through(Way other) {
        answer = other;
        return this;
    }

    /** Has every message that it sends changed on the way. */
    Peer changedBy(UnaryOperator<Octets> change) {
        tongue = change;
        return this;
    }

    /** Goes through a conversation to its end. */
    Turn run(Conversation conversation, String identity, Words words) throws TlsBroken {
        Fragments fragments = new Fragments(limits);
        TlsTunnel mine = new TlsTunnel(begun());
        tunnel = Optional.of(mine);
        requests = 0;
        Turn turn = conversation.answer(EapPacket.response(7, EapTypes.IDENTITY, Octets.ofText(identity))
                .encode());
        while (turn instanceof Turn.Ask ask) {
            requests++;
            EapPacket request = ask.request();
            if (request.encode().length() > limits.packet()) {
                throw new AssertionError("a packet of " + request.encode().length() + " octets");
            }
            EapPacket response = request.type() == kind.type()
                    ? EapPacket.response(request.identifier(), kind.type(), answer(request, fragments, mine, words))
                    : EapPacket.response(request.identifier(), EapTypes.NAK, Octets.of((byte) kind.type()));
            turn = answer.to(conversation, tongue.apply(response.encode()));
        }
        return turn;
    }

    private static Octets answer(EapPacket request, Fragments fragments, TlsTunnel tunnel, Words words)
            throws TlsBroken {
        if (request.typeData().equals(Fragments.start())) {
            tunnel.take(Octets.EMPTY);
            return fragments.send(tunnel.output());
        }
        return switch (fragments.take(request.typeData())) {
            case Fragments.Taken.Reply reply -> reply.typeData();
            case Fragments.Taken.TooLong _ -> throw new AssertionError("too long");
            case Fragments.Taken.Whole whole -> {
                try {
                    tunnel.take(whole.message());
                    if (tunnel.isOpen()) {
                        Octets reply = words.to(tunnel.said(), request, tunnel);
                        if (!reply.isEmpty()) {
                            tunnel.say(reply);
                        }
                    }
                } catch (TlsBroken broken) {
                    yield fragments.send(tunnel.output());
                }
                yield fragments.send(tunnel.output());
            }
        };
    }

    private SSLEngine begun() {
        SSLEngine engine = context.createSSLEngine("eap.test", 1);
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(new String[] {version});
        try {
            engine.beginHandshake();
        } catch (SSLException broken) {
            throw new IllegalStateException(broken);
        }
        return engine;
    }

    static SSLContext anyone(Papers believed) throws Exception {
        return context(believed, Optional.empty());
    }
}
