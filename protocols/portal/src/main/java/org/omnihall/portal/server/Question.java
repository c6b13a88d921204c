package org.omnihall.portal.server;

import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.omnihall.octets.Octets;
import org.omnihall.portal.Packet;
import org.omnihall.portal.Type;

/** One request with one answer. Lives on the loop. */
final class Question<R> implements Waiting {

    /** What is awaited and what it means. */
    record Terms<R>(Type answer, Function<Packet, R> reading, R silence) {}

    private final Ask ask;
    private final Terms<R> terms;
    private final Runnable done;
    private final CompletableFuture<R> result;

    Question(Terms<R> terms, CompletableFuture<R> result, Runnable done, Function<Runnable, Ask> asking) {
        this.terms = terms;
        this.result = result;
        this.done = done;
        this.ask = asking.apply(() -> finish(terms.silence()));
    }

    void start() {
        ask.next();
    }

    @Override
    public Optional<InetAddress> user() {
        return ask.request().user();
    }

    @Override
    public Optional<Octets> askedWith(Type answer) {
        return answer == terms.answer() ? Optional.of(ask.request().authenticator()) : Optional.empty();
    }

    @Override
    public void hear(Packet answer) {
        finish(terms.reading().apply(answer));
    }

    @Override
    public void abandon() {
        finish(terms.silence());
    }

    private void finish(R outcome) {
        ask.stop();
        done.run();
        result.completeAsync(() -> outcome, Thread::startVirtualThread);
    }
}
