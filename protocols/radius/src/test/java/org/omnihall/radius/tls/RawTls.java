package org.omnihall.radius.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.Signatures;

/** A peer that sends whatever it is told to. */
final class RawTls implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final SSLSocket socket;

    RawTls(InetSocketAddress server, SSLContext papers, String... versions) throws IOException {
        this.socket = (SSLSocket) papers.getSocketFactory().createSocket(server.getAddress(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        if (versions.length > 0) {
            socket.setEnabledProtocols(versions);
        }
        socket.startHandshake();
    }

    RawTls(InetSocketAddress server) throws IOException {
        this(server, Papers.PROXY.believing(Papers.HALL));
    }

    String version() {
        return socket.getSession().getProtocol();
    }

    void send(byte... octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    /** Signed with the secret of all. */
    Packet send(Packet request) throws IOException {
        Packet signed = Signatures.signRequest(request, RadSec.SECRET);
        send(signed.encode());
        return signed;
    }

    Packet receive() {
        try {
            Optional<ByteBuffer> packet = Framing.next(socket.getInputStream(), () -> {});
            return Packet.decode(packet.orElseThrow());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether the other side has ended, in order or not. */
    boolean isEnded() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException broken) {
            return true;
        }
    }

    /** What comes back for octets that are no TLS of ours. */
    static byte[] answer(InetSocketAddress server, byte... octets) throws IOException {
        try (Socket tcp = new Socket(server.getAddress(), server.getPort())) {
            tcp.setSoTimeout(PATIENCE_MILLIS);
            tcp.getOutputStream().write(octets);
            return tcp.getInputStream().readNBytes(7);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
