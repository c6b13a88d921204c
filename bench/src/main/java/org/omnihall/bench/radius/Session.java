package org.omnihall.bench.radius;

import java.util.Arrays;

/** One session that a controller is in the middle of. */
final class Session {

    private static final byte[] NONE = {};

    long number;
    Traffic.Step step = Traffic.Step.ACCESS;
    byte[] handle = NONE;

    /** From the beginning, as another one. */
    void begin(long another) {
        number = another;
        step = Traffic.Step.ACCESS;
        handle = NONE;
    }

    /** Class goes back as it came (RFC 2865 section 5.25). */
    void keepHandle(byte[] answer, int size) {
        int at = Wire.find(answer, size, Requests.CLASS);
        handle = at < 0 ? NONE : Arrays.copyOfRange(answer, at, at + (answer[at - 1] & 0xff) - 2);
    }
}
