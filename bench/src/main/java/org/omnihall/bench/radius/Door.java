package org.omnihall.bench.radius;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** A pair of source ports to one server that may be away: what the system says of that is no more than silence. */
record Door(int server, int line, DatagramChannel access, DatagramChannel accounting) implements AutoCloseable {

    static Door open(Target target, int server, int line, Selector selector) throws IOException {
        Door door = new Door(
                server, line, Talk.open(target.from(), target.access()), Talk.open(target.from(), target.accounting()));
        door.access.register(selector, SelectionKey.OP_READ, door);
        door.accounting.register(selector, SelectionKey.OP_READ, door);
        return door;
    }

    void send(Errand errand) throws IOException {
        DatagramChannel channel = errand.slot.session.step().isAccess() ? access : accounting;
        try {
            channel.write(ByteBuffer.wrap(errand.packet));
        } catch (PortUnreachableException away) {
            return; // told of an earlier packet; this one is repeated as any other
        }
    }

    /** Whether something has come on the port that a key is of. */
    boolean read(SelectionKey key, ByteBuffer in) throws IOException {
        DatagramChannel channel = access.equals(key.channel()) ? access : accounting;
        in.clear();
        try {
            return channel.read(in) > 0;
        } catch (PortUnreachableException away) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        access.close();
        accounting.close();
    }
}
