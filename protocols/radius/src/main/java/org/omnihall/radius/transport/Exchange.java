package org.omnihall.radius.transport;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.MessageAuthenticator;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.auth.Signatures;

/** One request on its way to one server. */
record Exchange(
        InetSocketAddress server,
        SharedSecret secret,
        CompletableFuture<Packet> answer,
        AtomicReference<@Nullable Future<?>> repetition) {

    Exchange(InetSocketAddress server, SharedSecret secret) {
        this(server, secret, new CompletableFuture<>(), new AtomicReference<>());
    }

    void fail(NoAnswer.Reason reason) {
        answer.completeExceptionally(new NoAnswer(reason));
    }

    void complete(Packet reply) {
        answer.complete(reply);
        Future<?> next = repetition.get();
        if (next != null) {
            next.cancel(false);
        }
    }

    /** Remembers what the answer makes needless. */
    void repeatBy(Future<?> next) {
        repetition.set(next);
        if (answer.isDone()) {
            next.cancel(false);
        }
    }

    boolean accepts(Packet reply, Packet request, InetSocketAddress source) {
        if (!source.equals(server) || !reply.code().answers(request.code())) {
            return false;
        }
        MessageAuthenticator proof = Signatures.messageAuthenticator(reply, request, secret);
        return Signatures.isAuthentic(reply, request, secret)
                && proof != MessageAuthenticator.INVALID
                && (proof == MessageAuthenticator.VALID || request.code() != Code.ACCESS_REQUEST);
    }
}
