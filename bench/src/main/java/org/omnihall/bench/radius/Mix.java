package org.omnihall.bench.radius;

/**
 * What is asked beside the right passwords of known subscribers.
 *
 * @param wrongOf one of so many sessions begins with a wrong password and must be refused; zero for none
 * @param secondDevices whether those who may have one device try a second one in every session, which must be refused
 * @param coldOf each so manieth session is of a cold subscriber; zero for none
 */
public record Mix(int wrongOf, boolean secondDevices, int coldOf) {

    /** Right passwords alone. */
    public static final Mix NONE = new Mix(0, false, 0);
}
