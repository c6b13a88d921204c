package org.omnihall.bench.peer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection of HTTP/1.1 that is kept, one request at a time. As little as a client can do, so that the server gets the processor of a
 * machine that both share.
 */
public final class KeptConnection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    /** What was read and not yet looked at, from {@link #at} to {@link #end}. */
    private final byte[] read = new byte[1 << 14];

    private int at;
    private int end;

    private KeptConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /**
     * An answer, read whole.
     *
     * @param last whether the server closes the connection after it
     */
    public record Answer(int status, String body, boolean last) {}

    public static KeptConnection open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return new KeptConnection(socket);
    }

    /** @param headers each with its line end */
    public static byte[] get(String path, String headers) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @param headers each with its line end */
    public static byte[] post(String path, String headers, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + "\r\n" + headers + "\r\n" + json)
                .getBytes(StandardCharsets.UTF_8);
    }

    public Answer send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String status = line();
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
            last |= lower.startsWith("connection: close");
            chunked |= lower.startsWith("transfer-encoding: chunked");
        }
        return new Answer(Integer.parseInt(status.split(" ", 3)[1]), chunked ? chunks() : text(length), last);
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            body.append(text(length));
            line();
        }
        line();
        return body.toString();
    }

    private String text(int length) throws IOException {
        byte[] octets = new byte[length];
        int have = Math.min(length, end - at);
        System.arraycopy(read, at, octets, 0, have);
        at += have;
        if (in.readNBytes(octets, have, length - have) < length - have) {
            throw new EOFException();
        }
        return new String(octets, StandardCharsets.UTF_8);
    }

    /** A line of the head, without its end. */
    private String line() throws IOException {
        StringBuilder before = new StringBuilder();
        int from = at;
        while (at == end || read[at] != '\n') {
            if (at == end) {
                before.append(new String(read, from, end - from, StandardCharsets.ISO_8859_1));
                fill();
                from = 0;
            } else {
                at++;
            }
        }
        before.append(new String(read, from, at - from, StandardCharsets.ISO_8859_1));
        at++;
        int last = before.length() - 1;
        return before.substring(0, last >= 0 && before.charAt(last) == '\r' ? last : last + 1);
    }

    private void fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(read));
        if (end == 0) {
            throw new EOFException();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
