package org.omnihall.eap.tls;

import java.util.Optional;
import org.omnihall.eap.EapMethod;
import org.omnihall.eap.EapPacket;
import org.omnihall.eap.Failure;
import org.omnihall.eap.Step;
import org.omnihall.octets.Octets;

/** One peer's run through a method on TLS: pieces, the handshake, then what goes on inside. */
final class TlsExchange implements EapMethod.Exchange {

    private final TlsKind kind;
    private final Fragments fragments;
    private final TlsTunnel tunnel;
    private final Inner inner;
    private boolean begun;
    private Optional<Unanswered> unanswered = Optional.empty();
    private Optional<Failure> ending = Optional.empty();

    TlsExchange(TlsKind kind, Fragments fragments, TlsTunnel tunnel, Inner inner) {
        this.kind = kind;
        this.fragments = fragments;
        this.tunnel = tunnel;
        this.inner = inner;
    }

    /** What came out of the tunnel, and what is to go, while the people are asked. */
    private record Unanswered(Octets said, Octets flight) {}

    @Override
    public Step start() {
        return new Step.Send(Fragments.start());
    }

    @Override
    public Step answer(EapPacket response) {
        if (unanswered.isPresent()) {
            return asked(unanswered.get(), response.identifier());
        }
        return switch (fragments.take(response.typeData())) {
            case Fragments.Taken.Reply reply -> new Step.Send(reply.typeData());
            case Fragments.Taken.TooLong _ -> new Step.Failed(Failure.TOO_LONG);
            case Fragments.Taken.Whole whole -> whole(whole.message(), response.identifier());
        };
    }

    private Step whole(Octets message, int identifier) {
        if (ending.isPresent()) {
            return new Step.Failed(ending.get());
        }
        try {
            if (!message.isEmpty()) {
                tunnel.take(message);
            }
            return tunnel.isOpen() ? inside(identifier) : handshake(message);
        } catch (TlsBroken broken) {
            return broken(broken.why());
        }
    }

    private Step asked(Unanswered open, int identifier) {
        unanswered = Optional.of(open);
        try {
            Inner.Does does = begun ? inner.heard(open.said(), identifier) : inner.opened();
            if (!begun && does instanceof Inner.Does.Listen && !open.said().isEmpty()) {
                does = inner.heard(open.said(), identifier);
            }
            unanswered = Optional.empty();
            begun = true;
            return done(does, open.flight());
        } catch (TlsBroken broken) {
            return broken(broken.why());
        }
    }

    /** The alert goes first, and the peer's answer to it is the end (RFC 5216 section 2.1.3). */
    private Step broken(Failure why) {
        Octets alert = tunnel.output();
        if (alert.isEmpty()) {
            return new Step.Failed(why);
        }
        ending = Optional.of(why);
        return new Step.Send(fragments.send(alert));
    }

    private Step handshake(Octets message) {
        return message.isEmpty() || tunnel.isClosed()
                ? new Step.Failed(Failure.PEER_GAVE_UP)
                : new Step.Send(fragments.send(tunnel.output()));
    }

    private Step inside(int identifier) {
        Octets flight = tunnel.output();
        if (tunnel.isClosed()) {
            return new Step.Failed(Failure.PEER_GAVE_UP);
        }
        if (!begun && !tunnel.isTls13() && !flight.isEmpty()) {
            return new Step.Send(fragments.send(flight)); // in TLS 1.2 the peer reads our Finished before it goes on
        }
        return asked(new Unanswered(tunnel.said(), flight), identifier);
    }

    private Step done(Inner.Does does, Octets flight) throws TlsBroken {
        return switch (does) {
            case Inner.Does.Say say -> {
                tunnel.say(say.words());
                yield new Step.Send(fragments.send(flight.plus(tunnel.output())));
            }
            case Inner.Does.Listen _ -> new Step.Send(fragments.send(flight));
            case Inner.Does.Prove proved -> {
                tunnel.proved(proved.person());
                yield new Step.Proved(proved.person(), tunnel.keys(kind.type(), kind.label()));
            }
            case Inner.Does.Refuse refuse -> {
                tunnel.forget();
                yield new Step.Failed(refuse.why());
            }
        };
    }
}
