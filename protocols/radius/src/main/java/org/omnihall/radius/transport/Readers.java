package org.omnihall.radius.transport;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.omnihall.radius.udp.UdpSocket;

/**
 * The threads that read a socket. The first waits for datagrams; each that finds a good many at once wakes the next one, which reads as long as there
 * are some and rests again. So there is one where one is enough, and more while it cannot keep up, or after it was held up.
 */
final class Readers {

    /** Who has so many at once has work for two. */
    private static final int ENOUGH = UdpSocket.MANY / 4;

    private final UdpSocket socket;
    private final Consumer<IOException> unreadable;
    private final List<Thread> threads;

    private volatile boolean stopped;

    /** @param unreadable is told why the socket could not be read for once */
    Readers(UdpSocket socket, int port, int many, Consumer<IOException> unreadable) {
        this.socket = socket;
        this.unreadable = unreadable;
        this.threads = IntStream.range(0, many)
                .mapToObj(i -> Thread.ofPlatform()
                        .name("radius-" + port + "-" + (i + 1))
                        .unstarted(() -> read(i == 0)))
                .toList();
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** After the socket was closed. */
    void stop() {
        stopped = true;
        threads.forEach(LockSupport::unpark);
    }

    /** On one of the threads: so many came at once, and are handled next. */
    void gathered(int many) {
        int next = threads.indexOf(Thread.currentThread()) + 1;
        if (many >= ENOUGH && next < threads.size()) {
            LockSupport.unpark(threads.get(next));
        }
    }

    private void read(boolean first) {
        while (!stopped) {
            try {
                if (first) {
                    socket.receive();
                } else {
                    LockSupport.park(this);
                    help();
                }
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException why) {
                unreadable.accept(why);
            }
        }
    }

    private void help() throws IOException {
        boolean more = true;
        while (more) {
            more = socket.receiveThere();
        }
    }
}
