package org.omnihall.bench.radius;

/**
 * What is sent, and what must come back.
 *
 * @param subscribers {@code bench0} and so on, asked for in a scattered order
 * @param wrongOf each so manieth asks with a wrong password and must be refused; zero for none
 * @param accounting whether a session goes on after its Accept with a Start, two interims and a Stop
 */
public record Traffic(int subscribers, String password, int wrongOf, boolean accounting) {

    /** A step of a session, with its Acct-Status-Type (RFC 2866 section 5.1) and how many seconds the session has lasted then. */
    enum Step {
        ACCESS(0, 0),
        START(1, 0),
        FIRST_INTERIM(3, 1),
        SECOND_INTERIM(3, 2),
        STOP(2, 3);

        private final int status;
        private final int seconds;

        Step(int status, int seconds) {
            this.status = status;
            this.seconds = seconds;
        }

        int status() {
            return status;
        }

        int seconds() {
            return seconds;
        }

        Step next() {
            return switch (this) {
                case ACCESS -> START;
                case START -> FIRST_INTERIM;
                case FIRST_INTERIM -> SECOND_INTERIM;
                case SECOND_INTERIM -> STOP;
                case STOP -> ACCESS;
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
