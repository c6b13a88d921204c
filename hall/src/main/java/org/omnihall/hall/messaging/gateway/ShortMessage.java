package org.omnihall.hall.messaging.gateway;

import java.time.Duration;
import org.omnihall.hall.party.Msisdn;

/** A text on its way out. {@code life} is what remains of its use; the network drops it afterwards. */
public record ShortMessage(Msisdn to, String text, Duration life) {

    /** Without the text: a code never gets into a log. */
    @Override
    public String toString() {
        return "ShortMessage[to " + to + ", " + text.length() + " characters, life " + life + "]";
    }
}
