package org.omnihall.eap.tls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.omnihall.eap.Failure;
import org.omnihall.eap.Person;
import org.omnihall.eap.SessionKeys;
import org.omnihall.octets.Octets;

/**
 * The server's end of one TLS connection without a socket: records come in and go out as octets.
 *
 * <p>Who was proved is remembered with the session. A value that is bound to a session before its ticket is made has the JDK keep the session
 * here, in its bounded cache, and give the peer no more than the session's name; without that the ticket would be given out before anybody
 * is proved, and could not be told from one of somebody who was. In TLS 1.2 the JDK then looks for a session's name only where the system
 * property {@code jdk.tls.server.enableSessionTicketExtension} is false or the peer takes no tickets; otherwise it begins anew.
 */
final class TlsTunnel {

    static final String TLS_1_3 = "TLSv1.3";
    static final String TLS_1_2 = "TLSv1.2";

    private static final String REMEMBERED = "org.omnihall.eap";
    private static final String EXPORTER = "EXPORTER_EAP_TLS_Key_Material";
    private static final byte ALERT = 21;
    private static final byte FATAL = 2;
    private static final int ALERT_LENGTH = 7;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private ByteBuffer in = NOTHING;
    private Optional<Remembered> remembered = Optional.empty();
    private Optional<Person> before = Optional.empty();
    private boolean open;

    TlsTunnel(SSLEngine engine) {
        this.engine = engine;
    }

    /** Takes records; afterwards there may be some to send, and something that was said. */
    void take(Octets records) throws TlsBroken {
        ByteBuffer joined =
                ByteBuffer.allocate(in.remaining() + records.length()).put(in);
        records.writeTo(joined);
        in = joined.flip();
        if (!open && isAlert(in)) {
            throw new TlsBroken(
                    Failure.TLS_REFUSED, new SSLException("alert " + in.get(in.position() + ALERT_LENGTH - 1)));
        }
        try {
            run();
        } catch (SSLException broken) {
            throw broken(broken);
        }
    }

    /**
     * Whether the peer broke the handshake off by an alert in clear, as it may while it has no keys. The engine, which has them by then, would
     * answer it with an alert of its own, and the peer that has gone would not.
     */
    private static boolean isAlert(ByteBuffer records) {
        return records.remaining() == ALERT_LENGTH
                && records.get(records.position()) == ALERT
                && records.get(records.position() + ALERT_LENGTH - 2) == FATAL;
    }

    /** Where the fault is ours to tell, an alert is left to send. */
    private TlsBroken broken(SSLException fault) {
        int before = out.size();
        try {
            while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && !engine.isOutboundDone()) {
                wrap(NOTHING);
            }
        } catch (SSLException again) {
            fault.addSuppressed(again);
        }
        return new TlsBroken(out.size() > before ? Failure.TLS_FAILED : Failure.TLS_REFUSED, fault);
    }

    /** Seals what we say into records. */
    void say(Octets plain) throws TlsBroken {
        try {
            ByteBuffer words = ByteBuffer.wrap(plain.toBytes());
            do {
                wrap(words);
            } while (words.hasRemaining());
        } catch (SSLException broken) {
            throw new TlsBroken(Failure.TLS_FAILED, broken);
        }
    }

    /** The records that are to be sent, once. */
    Octets output() {
        return drain(out);
    }

    /** What the peer said inside, once. */
    Octets said() {
        return drain(said);
    }

    /** Whether both sides have finished the handshake. */
    boolean isOpen() {
        return open;
    }

    /** Whether the peer has said that it goes. */
    boolean isClosed() {
        return engine.isInboundDone();
    }

    boolean isTls13() {
        return engine.getSession().getProtocol().equals(TLS_1_3);
    }

    /** Who was proved in the session that was resumed; nothing where it is a new one. */
    Optional<Person> before() {
        return before;
    }

    void proved(Person person) {
        remembered.ifPresent(memory -> memory.proved(person));
    }

    /** Has the session end, so that the peer begins anew. */
    void forget() {
        remembered.ifPresent(Remembered::forget);
        engine.getSession().invalidate();
    }

    /** The peer's certificate, then what it was issued by. */
    List<X509Certificate> certificates() {
        try {
            Certificate[] chain = engine.getSession().getPeerCertificates();
            return Stream.of(chain).map(X509Certificate.class::cast).toList();
        } catch (SSLPeerUnverifiedException none) {
            return List.of();
        }
    }

    /** The keys of this tunnel: RFC 9427 section 2.1 for TLS 1.3, RFC 5216 section 2.3 and RFC 5281 section 8 for TLS 1.2. */
    SessionKeys keys(int type, String label) throws TlsBroken {
        Octets keys = isTls13()
                ? export(EXPORTER, Octets.of((byte) type), 2 * SessionKeys.LENGTH)
                : export(label, Octets.EMPTY, 2 * SessionKeys.LENGTH);
        return new SessionKeys(
                keys.slice(0, SessionKeys.LENGTH), keys.slice(SessionKeys.LENGTH, 2 * SessionKeys.LENGTH));
    }

    /** Keying material (RFC 5705, RFC 8446 section 7.5); an empty context is none. */
    Octets export(String label, Octets context, int length) throws TlsBroken {
        if (!(engine.getSession() instanceof ExtendedSSLSession session)) {
            throw new IllegalStateException("this TLS engine exports no keys");
        }
        try {
            return Octets.of(
                    context.isEmpty()
                            ? session.exportKeyingMaterialData(label, null, length)
                            : session.exportKeyingMaterialData(label, context.toBytes(), length));
        } catch (SSLException none) {
            throw new TlsBroken(Failure.NO_KEYS, none);
        }
    }

    private void run() throws SSLException {
        boolean goesOn = true;
        while (goesOn) {
            remember();
            goesOn = switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> work();
                case NEED_WRAP -> wrap(NOTHING);
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN, NOT_HANDSHAKING, FINISHED -> unwrap();
            };
        }
    }

    private void remember() {
        SSLSession session = engine.getHandshakeSession();
        if (session == null || remembered.isPresent()) {
            return;
        }
        if (session.getValue(REMEMBERED) instanceof Remembered known) {
            remembered = Optional.of(known);
            before = known.person();
        } else {
            Remembered fresh = new Remembered();
            session.putValue(REMEMBERED, fresh);
            remembered = Optional.of(fresh);
        }
    }

    private boolean work() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
        return true;
    }

    private boolean wrap(ByteBuffer words) throws SSLException {
        ByteBuffer records = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(words, records);
        out.write(records.array(), 0, records.position());
        noteFinish(result);
        return result.getStatus() == SSLEngineResult.Status.OK;
    }

    private boolean unwrap() throws SSLException {
        if (!in.hasRemaining()) {
            return false;
        }
        ByteBuffer words = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        SSLEngineResult result = engine.unwrap(in, words);
        said.write(words.array(), 0, words.position());
        noteFinish(result);
        return result.getStatus() == SSLEngineResult.Status.OK
                && (result.bytesConsumed() > 0 || result.getHandshakeStatus() == HandshakeStatus.NEED_TASK);
    }

    private void noteFinish(SSLEngineResult result) {
        open |= result.getHandshakeStatus() == HandshakeStatus.FINISHED;
    }

    private static Octets drain(ByteArrayOutputStream from) {
        Octets all = Octets.of(from.toByteArray());
        from.reset();
        return all;
    }
}
