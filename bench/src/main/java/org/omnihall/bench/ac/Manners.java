package org.omnihall.bench.ac;

import java.util.Optional;

/**
 * How a controller behaves when it does not do all that it should.
 *
 * @param silent it answers nothing of the Portal protocol and tells nothing by it
 * @param only the one way to log in that it knows; none: both
 * @param ending what it makes of Disconnect and CoA requests
 */
public record Manners(boolean silent, Optional<Method> only, Ending ending) {

    public static final Manners GOOD = new Manners(false, Optional.empty(), new Ending.Obey());

    /** How REQ_AUTH proves the client, by the number that travels (portal protocol section 2). */
    public enum Method {
        CHAP(0),
        PAP(1);

        private final int number;

        Method(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /** What becomes of a Disconnect or CoA request (RFC 5176). */
    public sealed interface Ending {

        /** What was asked is done and acknowledged, or refused because there is no such session. */
        record Obey() implements Ending {}

        /** Acknowledged and not done. */
        record AckOnly() implements Ending {}

        /** @param errorCause Error-Cause (RFC 5176 section 3.5) */
        record Nak(int errorCause) implements Ending {}

        /** No answer. */
        record Silent() implements Ending {}
    }

    public Manners silence() {
        return new Manners(true, only, ending);
    }

    public Manners ending(Ending other) {
        return new Manners(silent, only, other);
    }
}
