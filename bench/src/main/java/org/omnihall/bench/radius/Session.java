package org.omnihall.bench.radius;

import java.util.Arrays;

/** One session that a controller is in the middle of. */
final class Session {

    private static final byte[] NONE = {};

    long number;
    Traffic.Step step = Traffic.Step.ACCESS;
    byte[] handle = NONE;

    /** The second of the step's event since 1970; zero until it was first written. */
    long happened;

    /** From the beginning, as another one. */
    void begin(long another) {
        number = another;
        goTo(Traffic.Step.ACCESS);
        handle = NONE;
    }

    void goTo(Traffic.Step next) {
        step = next;
        happened = 0;
    }

    /** The same, to be moved on while this one waits for its answer. */
    Session copy() {
        Session copy = new Session();
        copy.number = number;
        copy.step = step;
        copy.handle = handle;
        return copy;
    }

    /** Class goes back as it came (RFC 2865 section 5.25). */
    void keepHandle(byte[] answer, int size) {
        int at = Wire.find(answer, size, Requests.CLASS);
        handle = at < 0 ? NONE : Arrays.copyOfRange(answer, at, at + (answer[at - 1] & 0xff) - 2);
    }
}
