package org.omnihall.radius.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.omnihall.radius.Code;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.MessageAuthenticator;
import org.omnihall.radius.auth.Signatures;
import org.omnihall.radius.transport.NoAnswer;

/** The client's side of one connection with its 256 identifiers. */
final class Asking {

    private static final int IDENTIFIERS = 256;

    /** An identifier whose answer may still come is not given to another request. */
    private static final Duration REST = Duration.ofSeconds(30);

    private final TlsLink link;
    private final LinkTimer timer;
    private final @Nullable Waiting[] waiting = new Waiting[IDENTIFIERS];
    private int next;
    private boolean ended;

    /** A request on its way. */
    private record Waiting(Packet signed, CompletableFuture<Packet> answer) {}

    Asking(TlsLink link, LinkTimer timer) {
        this.link = link;
        this.timer = timer;
    }

    /** Signs and sends; the future gives the verified answer or fails with {@link NoAnswer}. */
    CompletableFuture<Packet> ask(Packet request, Duration patience) {
        CompletableFuture<Packet> answer = new CompletableFuture<>();
        Optional<Waiting> placed = place(request, answer);
        if (placed.isEmpty()) {
            answer.completeExceptionally(
                    new NoAnswer(link.isCut() ? NoAnswer.Reason.CLOSED : NoAnswer.Reason.NO_IDENTIFIER_FREE));
            return answer;
        }
        link.send(placed.get().signed().encode());
        Future<?> over =
                timer.later(patience, () -> answer.completeExceptionally(new NoAnswer(NoAnswer.Reason.TIMED_OUT)));
        Future<?> free = timer.later(patience.plus(REST), () -> release(placed.get()));
        var _ = answer.whenComplete((reply, failure) -> {
            over.cancel(false);
            if (reply != null) {
                free.cancel(false);
            }
        });
        return answer;
    }

    private synchronized Optional<Waiting> place(Packet request, CompletableFuture<Packet> answer) {
        for (int tried = 0; tried < IDENTIFIERS && !ended; tried++) {
            int identifier = next;
            next = (next + 1) % IDENTIFIERS;
            if (waiting[identifier] == null) {
                Packet numbered = new Packet(request.code(), identifier, request.authenticator(), request.attributes());
                Waiting one = new Waiting(Signatures.signRequest(numbered, RadSec.SECRET), answer);
                waiting[identifier] = one;
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private synchronized void release(Waiting one) {
        if (one.equals(waiting[one.signed().identifier()])) {
            waiting[one.signed().identifier()] = null;
        }
    }

    private synchronized @Nullable Waiting at(int identifier) {
        return waiting[identifier];
    }

    /** Reads answers until the connection ends; true where at least one came. */
    boolean read(Duration idle, Duration packet) {
        boolean answered = false;
        try {
            while (!link.isCut()) {
                Optional<ByteBuffer> octets = link.read(idle, packet);
                if (octets.isEmpty()) {
                    link.cut(Cut.ENDED, "");
                    break;
                }
                answered |= take(Packet.decode(octets.get()));
            }
        } catch (MalformedPacket malformed) {
            link.cut(Cut.MALFORMED, malformed.fault().name());
        } catch (IOException broken) {
            link.cut(Cut.BROKEN, broken.toString());
        }
        end();
        return answered;
    }

    /** An answer to nothing is no harm, one with a wrong proof ends the connection (RFC 6613 section 2.6.4). */
    private boolean take(Packet reply) {
        Waiting one = at(reply.identifier());
        if (one == null || !reply.code().answers(one.signed().code())) {
            return false;
        }
        MessageAuthenticator proof = Signatures.messageAuthenticator(reply, one.signed(), RadSec.SECRET);
        if (!Signatures.isAuthentic(reply, one.signed(), RadSec.SECRET) || proof == MessageAuthenticator.INVALID) {
            link.cut(Cut.BAD_PROOF, reply.code().name());
            return false;
        }
        release(one);
        one.answer().complete(reply);
        return true;
    }

    /** Keeps the connection, and finds out when it is dead: Status-Server at each interval while it stands (RFC 6613 section 2.6.5). */
    void keepAlive(RadSecClient client, Duration interval) {
        var _ = timer.later(interval, () -> {
            if (!link.isCut()) {
                var _ = ask(client.begin(Code.STATUS_SERVER).build(), interval);
                keepAlive(client, interval);
            }
        });
    }

    private void end() {
        for (Waiting one : all()) {
            one.answer().completeExceptionally(new NoAnswer(NoAnswer.Reason.CLOSED));
        }
    }

    private synchronized List<Waiting> all() {
        ended = true;
        return Arrays.stream(waiting).filter(Objects::nonNull).toList();
    }
}
