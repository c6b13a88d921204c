package org.omnihall.hall.access.roaming.forward;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.omnihall.hall.access.roaming.HomeServer;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;

/**
 * One server with its way and its health, which it has twice: who is silent to accounting may well let people in, and the reverse.
 *
 * @param turns of accounting, which has time: the identifiers are left for people who wait
 */
record Line(HomeServer server, Upstream upstream, ServerHealth access, ServerHealth accounting, Turns turns) {

    /** How many records of accounting are on their way to one server at once. */
    static final int BOOKS_AT_ONCE = 16;

    private static final Duration STATUS = Duration.ofMillis(900);

    static Line of(HomeServer server, Upstream upstream) {
        return new Line(server, upstream, new ServerHealth(), new ServerHealth(), new Turns(BOOKS_AT_ONCE));
    }

    /** How it stands to requests of a code. */
    ServerHealth health(Code purpose) {
        return purpose == Code.ACCOUNTING_REQUEST ? accounting : access;
    }

    CompletableFuture<Packet> send(Packet request, Duration patience) {
        return atTheEdge(() -> upstream.send(request, patience));
    }

    /** Whether who answers requests of a code says that he lives. */
    CompletableFuture<Packet> status(Code purpose) {
        return atTheEdge(() -> upstream.status(purpose, STATUS));
    }

    /** The edge to the network: what it throws, no socket to be had for one, is a server that cannot be reached. */
    private static CompletableFuture<Packet> atTheEdge(Supplier<CompletableFuture<Packet>> asking) {
        try {
            return asking.get();
        } catch (RuntimeException unreachable) {
            return CompletableFuture.failedFuture(unreachable);
        }
    }
}
