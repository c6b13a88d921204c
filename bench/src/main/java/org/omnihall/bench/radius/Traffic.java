package org.omnihall.bench.radius;

/**
 * What is sent, and what must come back.
 *
 * @param accounting whether a session goes on after its Accept with a Start, two interims and a Stop
 * @param couples whether two sessions after each other are two devices of a subscriber who may have one
 */
public record Traffic(Subscribers who, Mix mix, boolean accounting, boolean couples) {

    private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;
    private static final int HEAVY_OF = 16;
    private static final long HEAVY = 2_000_000_000L;
    private static final long LIGHT = 10_000;

    /**
     * A step of a session, with its Acct-Status-Type (RFC 2866 section 5.1), how many seconds the session has lasted then and the bit that an
     * acknowledgement is kept by.
     */
    enum Step {
        ACCESS(0, 0, 0),
        START(1, 0, 1),
        SECOND_DEVICE(0, 0, 0),
        FIRST_INTERIM(3, 1, 2),
        SECOND_INTERIM(3, 2, 4),
        STOP(2, 3, 8);

        private final int status;
        private final int seconds;
        private final int bit;

        Step(int status, int seconds, int bit) {
            this.status = status;
            this.seconds = seconds;
            this.bit = bit;
        }

        int status() {
            return status;
        }

        int seconds() {
            return seconds;
        }

        int bit() {
            return bit;
        }

        boolean isAccess() {
            return status == 0;
        }

        long upOctets() {
            return seconds * 1_000L;
        }
    }

    /** Of everybody in turn. */
    public Traffic(Subscribers who, Mix mix, boolean accounting) {
        this(who, mix, accounting, false);
    }

    /** The step after one that was answered as it should be; the same where it was the session's last. */
    Step after(Session session) {
        return switch (session.step()) {
            case ACCESS -> accounting && !isWrong(session.number) ? Step.START : Step.ACCESS;
            case START -> triesSecond(session.number) ? Step.SECOND_DEVICE : Step.FIRST_INTERIM;
            case SECOND_DEVICE -> Step.FIRST_INTERIM;
            case FIRST_INTERIM -> Step.SECOND_INTERIM;
            case SECOND_INTERIM, STOP -> Step.STOP;
        };
    }

    Sort sort(Session session) {
        return switch (session.step()) {
            case ACCESS ->
                couples
                        ? Sort.ONE_OF_TWO
                        : isCold(session.number)
                                ? Sort.COLD
                                : isWrong(session.number) ? Sort.WRONG_PASSWORD : Sort.KNOWN;
            case SECOND_DEVICE -> Sort.SECOND_DEVICE;
            case START, FIRST_INTERIM, SECOND_INTERIM, STOP -> Sort.ACCOUNTING;
        };
    }

    /** The code that must come back; {@link #mayRefuse} tells where an Access-Reject is no less right. */
    int expected(Session session) {
        return switch (sort(session)) {
            case KNOWN, COLD, ONE_OF_TWO -> Wire.ACCESS_ACCEPT;
            case WRONG_PASSWORD, SECOND_DEVICE -> Wire.ACCESS_REJECT;
            case ACCOUNTING -> Wire.ACCOUNTING_RESPONSE;
        };
    }

    /** Whether the limit of devices may refuse it, if somebody has the place. */
    boolean mayRefuse(Session session) {
        return sort(session) == Sort.ONE_OF_TWO;
    }

    int subscriber(long session) {
        if (couples) {
            return who.single(session / 2);
        }
        return isCold(session) ? who.cold(session / mix.coldOf()) : who.known(session);
    }

    /** 0, or 1 for a subscriber's second one. */
    int device(Session session) {
        return session.step() == Step.SECOND_DEVICE || (couples && session.number % 2 == 1) ? 1 : 0;
    }

    /** What the subscriber has received by a step; of some sessions more than 32 bits can tell. */
    long downOctets(long session, Step step) {
        return step.seconds() * (session % HEAVY_OF == 0 ? HEAVY : LIGHT);
    }

    boolean isWrong(long session) {
        return mix.wrongOf() > 0 && !isCold(session) && ((session * GOLDEN) >>> 33) % mix.wrongOf() == 0;
    }

    private boolean isCold(long session) {
        return mix.coldOf() > 0 && session % mix.coldOf() == mix.coldOf() - 1;
    }

    private boolean triesSecond(long session) {
        return mix.secondDevices() && ChangingTerms.isSingle(subscriber(session));
    }
}
