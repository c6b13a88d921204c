package org.omnihall.bench.ac;

/** Sees what a simulated controller sends and receives, for a story on a screen or a check in a test. */
public interface Watcher {

    Watcher NOBODY = new Watcher() {};

    /** A packet of the Portal protocol. */
    default void portal(Way way, org.omnihall.portal.Packet packet) {}

    /** A RADIUS packet, as it was before its secrets were hidden. */
    default void radius(Way way, org.omnihall.radius.Packet packet) {}

    /** An accounting record is told for the first time. */
    default void told(AccountingRecord record) {}

    /** The server acknowledged an accounting record. */
    default void acknowledged(AccountingRecord record) {}

    /** Seen from the controller. */
    enum Way {
        IN,
        OUT
    }
}
