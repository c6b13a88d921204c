package org.omnihall.bench.radius;

/**
 * What is sent, and what must come back.
 *
 * @param subscribers {@code bench0} and so on, asked for in a scattered order
 * @param wrongOf each so manieth asks with a wrong password and must be refused; zero for none
 * @param accounting whether a session goes on after its Accept with a Start, two interims and a Stop
 */
public record Traffic(int subscribers, String password, int wrongOf, boolean accounting) {

    /** A step of a session. */
    enum Step {
        ACCESS,
        START,
        FIRST_INTERIM,
        SECOND_INTERIM,
        STOP;

        Step next() {
            return switch (this) {
                case ACCESS -> START;
                case START -> FIRST_INTERIM;
                case FIRST_INTERIM -> SECOND_INTERIM;
                case SECOND_INTERIM -> STOP;
                case STOP -> ACCESS;
            };
        }

        /** Of Acct-Status-Type (RFC 2866 section 5.1). */
        int status() {
            return switch (this) {
                case ACCESS -> throw new IllegalStateException("no accounting");
                case START -> 1;
                case STOP -> 2;
                case FIRST_INTERIM, SECOND_INTERIM -> 3;
            };
        }
    }

    /** Whose session it is: neighbours in time are far apart, and everybody has his turn before anybody has a second one. */
    int subscriber(long session) {
        return (int) (session * 7_919 % subscribers);
    }

    boolean isWrong(long session) {
        return wrongOf > 0 && session % wrongOf == wrongOf - 1;
    }
}
