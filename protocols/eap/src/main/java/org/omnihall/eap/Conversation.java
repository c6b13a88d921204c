package org.omnihall.eap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omnihall.octets.Octets;

/**
 * One peer's authentication from its identity to a person or a failure (RFC 3748 section 4, RFC 4137). Octets come in and go out; it waits for
 * nobody but {@link People}. Not for use by two threads.
 */
public final class Conversation {

    /** The most octets of an identity (RFC 2865 section 5.1 leaves no more for User-Name). */
    public static final int LONGEST_IDENTITY = 253;

    private static final String NO_METHOD = "none";

    private final List<EapMethod> offers;
    private final People people;
    private final Limits limits;
    private Optional<Running> running = Optional.empty();
    private Optional<Octets> answered = Optional.empty();
    private Turn last = new Turn.Ignored();
    private String identity = "";
    private int identifier;
    private int rounds;
    private boolean over;
    private boolean unanswered;

    private record Running(EapMethod method, EapMethod.Exchange exchange, boolean untouched) {}

    /** @param methods in the order in which they are offered */
    public Conversation(List<EapMethod> methods, People people, Limits limits) {
        this.offers = new ArrayList<>(methods);
        this.people = people;
        this.limits = limits;
    }

    /** What the peer called itself in clear; empty before it did. */
    public String identity() {
        return identity;
    }

    /** Asks for the identity, where the access point leaves that to the server (RFC 3579 section 2.1). */
    public Turn start() {
        return ask(EapTypes.IDENTITY, Octets.EMPTY);
    }

    /**
     * Takes one message; throws {@link MalformedEap} where it is none, and what the people throw. After that the same message may come again, as
     * the access point repeats it, and is answered when they can be asked.
     */
    public Turn answer(Octets message) {
        EapPacket response = EapPacket.decode(message);
        if (answered.filter(message::equals).isPresent()) {
            return unanswered ? settled(response) : last;
        }
        if (over || unanswered || response.code() != EapCode.RESPONSE || !isAwaited(response)) {
            return new Turn.Ignored();
        }
        identifier = response.identifier();
        answered = Optional.of(message);
        return settled(response);
    }

    private Turn settled(EapPacket response) {
        unanswered = true; // and so it stays where the people cannot be asked
        last = next(response);
        unanswered = false;
        over = !(last instanceof Turn.Ask);
        return last;
    }

    /** The first answer may be to a request that the access point made by itself. */
    private boolean isAwaited(EapPacket response) {
        return running.isPresent()
                ? response.identifier() == identifier
                : response.type() == EapTypes.IDENTITY && (rounds == 0 || response.identifier() == identifier);
    }

    private Turn next(EapPacket response) {
        if (running.isEmpty()) {
            return named(response.typeData());
        }
        Running now = running.get();
        if (response.type() == EapTypes.NAK && now.untouched()) {
            return offer(response.typeData());
        }
        if (response.type() != now.method().type()) {
            return refused(response.type() == EapTypes.NAK ? Failure.NO_COMMON_METHOD : Failure.MALFORMED);
        }
        try {
            Step step = now.exchange().answer(response);
            running = Optional.of(new Running(now.method(), now.exchange(), false));
            return step(now, step);
        } catch (MalformedEap malformed) {
            return refused(Failure.MALFORMED);
        }
    }

    private Turn named(Octets name) {
        if (name.length() > LONGEST_IDENTITY) {
            return refused(Failure.TOO_LONG);
        }
        identity = name.toText();
        return offers.isEmpty() ? refused(Failure.NO_COMMON_METHOD) : begin(offers.removeFirst());
    }

    /** Our first method that the peer's list names; each is offered once. */
    private Turn offer(Octets wanted) {
        for (EapMethod method : List.copyOf(offers)) {
            for (int i = 0; i < wanted.length(); i++) {
                if (wanted.at(i) == method.type()) {
                    offers.remove(method);
                    return begin(method);
                }
            }
        }
        return refused(Failure.NO_COMMON_METHOD);
    }

    private Turn begin(EapMethod method) {
        EapMethod.Exchange exchange = method.begin(new EapMethod.Opening(identity, people, limits));
        Running fresh = new Running(method, exchange, true);
        running = Optional.of(fresh);
        return step(fresh, fresh.exchange().start());
    }

    private Turn step(Running now, Step step) {
        return switch (step) {
            case Step.Send send ->
                rounds >= limits.rounds()
                        ? refused(Failure.TOO_MANY_ROUNDS)
                        : ask(now.method().type(), send.typeData());
            case Step.Proved proved ->
                new Turn.Proved(proved.person(), proved.keys(), now.method().name(), identifier);
            case Step.Failed failed -> refused(failed.why());
        };
    }

    private Turn ask(int type, Octets data) {
        rounds++;
        identifier = identifier + 1 & 0xff;
        return new Turn.Ask(EapPacket.request(identifier, type, data));
    }

    private Turn refused(Failure why) {
        return new Turn.Refused(
                EapPacket.failure(identifier),
                why,
                running.map(now -> now.method().name()).orElse(NO_METHOD));
    }
}
