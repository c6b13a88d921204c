package org.omnihall.portal.server;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.omnihall.portal.Packet;

/** The one thread that owns all waiting exchanges and their timers, and sends. */
final class Loop {

    private static final System.Logger LOG = System.getLogger(PortalServer.class.getName());
    private static final Duration LAST_TASKS = Duration.ofSeconds(1);

    private final DatagramChannel channel;
    private final PortalListener listener;
    private final ScheduledThreadPoolExecutor thread;
    private volatile boolean closed;

    Loop(DatagramChannel channel, PortalListener listener) {
        this.channel = channel;
        this.listener = listener;
        thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("portal-loop").factory());
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** False if the loop is closed. */
    boolean run(Runnable task) {
        if (closed) {
            return false;
        }
        try {
            thread.execute(() -> guarded(task));
            return true;
        } catch (RejectedExecutionException ended) {
            return false;
        }
    }

    /** Runs a task later; what is given back cancels it. */
    Runnable after(Duration delay, Runnable task) {
        try {
            Future<?> later = thread.schedule(() -> guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> later.cancel(false);
        } catch (RejectedExecutionException ended) {
            return () -> {};
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "a Portal exchange failed", bug);
        }
    }

    int backlog() {
        return thread.getQueue().size();
    }

    void send(Bas bas, Packet packet) {
        send(bas, packet, bas.address());
    }

    void send(Bas bas, Packet packet, InetSocketAddress to) {
        try {
            channel.send(ByteBuffer.wrap(packet.encode()), to);
            listener.sent(packet.type(), bas);
        } catch (IOException unreachable) {
            LOG.log(Level.DEBUG, "cannot send to {0}: {1}", to, unreachable);
            listener.dropped(Drop.NOT_SENT, to.getAddress());
        }
    }

    boolean closed() {
        return closed;
    }

    /** Runs the last task; what was handed over before still runs, and sees that the loop is closed. */
    void close(Runnable last) {
        run(() -> {
            last.run();
            closed = true;
            after(LAST_TASKS, thread::shutdown);
        });
    }
}
