package org.omnihall.bench.radius;

/** Room for one outstanding request. */
final class Slot {

    final byte[] authenticator = new byte[Wire.AUTHENTICATOR];
    Session session = new Session();
    int identifier;
    boolean waiting;

    /** When it was sent, or was to be sent, by the clock that runs in nanoseconds. */
    long since;

    Slot(int identifier) {
        this.identifier = identifier;
    }
}
