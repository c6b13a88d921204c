package org.omnihall.bench.radius;

/** One request that is sent until it is answered. */
final class Errand {

    /** So many of a source port's 256 identifiers are outstanding at once; an identifier rests three turns before it is used again. */
    static final int ON_A_LINE = 64;

    private static final byte[] NOTHING = {};

    final Slot slot;
    final int line;
    byte[] packet = NOTHING;
    int server;
    int sendings;
    long last;

    Errand(int number) {
        this.slot = new Slot(number % ON_A_LINE);
        this.line = number / ON_A_LINE;
    }

    /** Which of so many errands an identifier of a line belongs to. */
    static int number(int line, int identifier, int of) {
        return Math.min(of - 1, line * ON_A_LINE + identifier % ON_A_LINE);
    }

    void begin(Session session, int first, long now) {
        slot.session = session;
        slot.waiting = true;
        slot.since = now;
        turnTo(first);
    }

    /** To be written anew for a server, with the next identifier. */
    void turnTo(int next) {
        server = next;
        sendings = 0;
        slot.identifier = (slot.identifier + ON_A_LINE) % Line.IDENTIFIERS;
    }

    void sent(long now) {
        sendings++;
        last = now;
    }
}
