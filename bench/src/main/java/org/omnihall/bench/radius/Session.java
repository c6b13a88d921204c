package org.omnihall.bench.radius;

import java.util.Arrays;
import java.util.List;

/**
 * One session that a controller is in the middle of. What changes with each request is numbers: a reference that is laid into an old object makes the
 * next collection look there, and one that looks into a hundred thousand of them stops the server that is measured in the same process.
 */
final class Session {

    private static final byte[] NONE = {};
    private static final List<Traffic.Step> STEPS = List.of(Traffic.Step.values());

    long number;

    /** Its place among all steps; a new session is at the first, ACCESS. */
    private int step;

    private byte[] handle = NONE;

    /** The second of the step's event since 1970; zero until it was first written. */
    long happened;

    /** From the beginning, as another one. */
    void begin(long another) {
        number = another;
        goTo(Traffic.Step.ACCESS);
        handle(NONE);
    }

    Traffic.Step step() {
        return STEPS.get(step);
    }

    void goTo(Traffic.Step next) {
        step = STEPS.indexOf(next);
        happened = 0;
    }

    /** What the server gave with its Accept; empty where that was nothing. */
    byte[] handle() {
        return handle;
    }

    private void handle(byte[] another) {
        if (handle.length > 0 || another.length > 0) {
            handle = another;
        }
    }

    /** The same, to be moved on while this one waits for its answer. */
    Session copy() {
        Session copy = new Session();
        copy.become(this);
        return copy;
    }

    void become(Session other) {
        number = other.number;
        step = other.step;
        happened = other.happened;
        handle(other.handle);
    }

    /** Class goes back as it came (RFC 2865 section 5.25). */
    void keepHandle(byte[] answer, int size) {
        int at = Wire.find(answer, size, Requests.CLASS);
        handle(at < 0 ? NONE : Arrays.copyOfRange(answer, at, at + (answer[at - 1] & 0xff) - 2));
    }
}
