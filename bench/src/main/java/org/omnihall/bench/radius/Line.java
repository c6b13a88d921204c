package org.omnihall.bench.radius;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** A source port, or a pair of them, with its 256 identifiers (RFC 2865 section 3). */
final class Line implements AutoCloseable {

    static final int IDENTIFIERS = 256;

    private final Slot[] slots = new Slot[IDENTIFIERS];
    private final DatagramChannel access;
    private final DatagramChannel accounting;

    /** Takes what came back, out of the buffer that it was read into. */
    @FunctionalInterface
    interface Ear {
        void hear(Slot slot, int size) throws IOException;
    }

    Line(Target target, Selector selector) throws IOException {
        this.access = Talk.open(target.from(), target.access());
        this.accounting = Talk.open(target.from(), target.accounting());
        access.register(selector, SelectionKey.OP_READ, this);
        accounting.register(selector, SelectionKey.OP_READ, this);
        for (int i = 0; i < IDENTIFIERS; i++) {
            slots[i] = new Slot(i);
        }
    }

    Slot slot(int identifier) {
        return slots[identifier];
    }

    void send(Slot slot, Talk talk) throws IOException {
        talk.send(slot, slot.session.step().isAccess() ? access : accounting);
    }

    /** Everything that has come on one of its ports. */
    void read(SelectionKey key, ByteBuffer in, Ear ear) throws IOException {
        DatagramChannel channel = access.equals(key.channel()) ? access : accounting;
        in.clear();
        while (channel.read(in) > 0) {
            ear.hear(slots[in.get(1) & 0xff], in.position());
            in.clear();
        }
    }

    @Override
    public void close() throws IOException {
        access.close();
        accounting.close();
    }
}
