package org.omnihall.bench.radius;

/** What is asked, as far as its answers are counted apart. */
public enum Sort {
    /** The right password of a subscriber who was seen before. */
    KNOWN,
    /** The right password of a subscriber whom nobody asked about since the server's start. */
    COLD,
    WRONG_PASSWORD,
    /** The right password on a second device, where one is allowed. */
    SECOND_DEVICE,
    /** The right password on either of two devices of which one is allowed: the limit may refuse it where the other has the place. */
    ONE_OF_TWO,
    ACCOUNTING
}
