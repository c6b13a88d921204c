package org.omnihall.bench.measure.faults;

/**
 * What was seen of what a case breaks.
 *
 * @param told as a figure; empty where nothing was to break
 * @param wasThere whether it was broken indeed; a case proves nothing else
 */
public record Fault(String told, boolean wasThere) {

    /** Of a case in which nothing is to break. */
    static final Fault NONE = new Fault("", true);
}
