package org.omnihall.bench.peer;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Kept connections to one server, as many as are in use at once. */
public final class Connections implements AutoCloseable {

    private final Queue<KeptConnection> idle = new ConcurrentLinkedQueue<>();
    private final int port;

    public Connections(int port) {
        this.port = port;
    }

    /** Sends a request on an idle connection, or a new one; a connection that breaks is not used again. */
    public KeptConnection.Answer send(byte[] request) throws IOException {
        KeptConnection known = idle.poll();
        KeptConnection connection = known != null ? known : KeptConnection.open(port);
        boolean kept = false;
        try {
            KeptConnection.Answer answer = connection.send(request);
            kept = !answer.last();
            return answer;
        } finally {
            if (kept) {
                idle.add(connection);
            } else {
                connection.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (KeptConnection connection : idle) {
            connection.close();
        }
    }
}
