package org.omnihall.radius.tls;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;

/** Packets one after the other in a stream, each as long as its own length field says (RFC 6613 section 2.1). */
final class Framing {

    private static final int LENGTH_AT = 2;

    private Framing() {}

    /**
     * The octets of the next packet, nothing at the end of the stream. A length that no packet can have is {@link MalformedPacket}, before anything
     * is kept for it; an end in the middle is {@link EOFException}.
     *
     * @param begun is run when the first octet is there
     */
    static Optional<ByteBuffer> next(InputStream in, Runnable begun) throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        begun.run();
        byte[] head = new byte[Packet.HEADER_LENGTH];
        head[0] = (byte) first;
        fill(in, head, 1);
        int length = Short.toUnsignedInt(ByteBuffer.wrap(head).getShort(LENGTH_AT));
        if (length < Packet.HEADER_LENGTH || length > Packet.MAX_LENGTH) {
            throw new MalformedPacket(MalformedPacket.Fault.BAD_LENGTH);
        }
        byte[] whole = Arrays.copyOf(head, length);
        fill(in, whole, Packet.HEADER_LENGTH);
        return Optional.of(ByteBuffer.wrap(whole));
    }

    private static void fill(InputStream in, byte[] octets, int from) throws IOException {
        int wanted = octets.length - from;
        if (in.readNBytes(octets, from, wanted) < wanted) {
            throw new EOFException("the stream ends within a packet");
        }
    }
}
