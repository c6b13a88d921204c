package org.omnihall.eap.tls;

import java.util.Optional;
import org.omnihall.eap.Limits;
import org.omnihall.eap.MalformedEap;
import org.omnihall.octets.Octets;

/**
 * Messages cut into pieces, both ways (RFC 5216 section 2.1.5): the first of several says how long the whole is, each but the last says that
 * more follow, and the other side answers each with nothing. Version bits are always 0, which is all that PEAP and EAP-TTLS have.
 */
final class Fragments {

    static final int LENGTH_INCLUDED = 0x80;
    static final int MORE = 0x40;
    static final int START = 0x20;
    private static final int VERSION = 0x07;

    /** Code, identifier, length, type, flags, and the length of the whole. */
    private static final int OVERHEAD = 10;

    private final int piece;
    private final int most;
    private Octets going = Octets.EMPTY;
    private Octets coming = Octets.EMPTY;
    private int promised;

    /** What one Response brought. */
    sealed interface Taken {
        /** One piece, others follow; or the peer wants our next one. */
        record Reply(Octets typeData) implements Taken {}

        record Whole(Octets message) implements Taken {}

        record TooLong() implements Taken {}
    }

    Fragments(Limits limits) {
        this.piece = limits.packet() - OVERHEAD;
        this.most = limits.message();
    }

    static Octets start() {
        return Octets.of((byte) START);
    }

    /** The first piece of a message, or all of it; nothing where there is nothing to say. */
    Octets send(Octets message) {
        going = message;
        if (message.length() <= piece) {
            return next();
        }
        Octets first = message.slice(0, piece);
        going = message.slice(piece, message.length());
        return Octets.of((byte) (LENGTH_INCLUDED | MORE))
                .plus(Octets.ofInt(message.length()))
                .plus(first);
    }

    private Octets next() {
        int length = Math.min(piece, going.length());
        Octets out = going.slice(0, length);
        going = going.slice(length, going.length());
        return Octets.of((byte) (going.isEmpty() ? 0 : MORE)).plus(out);
    }

    /** Takes a Response's type data. */
    Taken take(Octets data) {
        int flags = data.isEmpty() ? 0 : data.at(0);
        if ((flags & (VERSION | START)) != 0) {
            throw bad();
        }
        Octets body = data.isEmpty() ? data : data.slice(1, data.length());
        if ((flags & LENGTH_INCLUDED) != 0) {
            body = withoutLength(body);
        }
        if (!going.isEmpty()) {
            if (!body.isEmpty()) {
                throw bad();
            }
            return new Taken.Reply(next());
        }
        return gather(body, (flags & MORE) != 0).orElseGet(Taken.TooLong::new);
    }

    private Octets withoutLength(Octets body) {
        if (body.length() < 4) {
            throw bad();
        }
        int told = body.toInt();
        if (coming.isEmpty()) {
            promised = told < 0 ? Integer.MAX_VALUE : told;
        } else if (told != promised) {
            throw bad();
        }
        return body.slice(4, body.length());
    }

    private Optional<Taken> gather(Octets body, boolean more) {
        if (promised > most || coming.length() + body.length() > most) {
            return Optional.empty();
        }
        coming = coming.plus(body);
        if (more) {
            if (body.isEmpty()) {
                throw bad();
            }
            return Optional.of(new Taken.Reply(Octets.of((byte) 0)));
        }
        if (promised != 0 && promised != coming.length()) {
            throw bad();
        }
        Octets whole = coming;
        coming = Octets.EMPTY;
        promised = 0;
        return Optional.of(new Taken.Whole(whole));
    }

    private static MalformedEap bad() {
        return new MalformedEap(MalformedEap.Fault.BAD_FRAGMENT);
    }
}
