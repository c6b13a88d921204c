package org.omnihall.hall.access.eap;

import org.omnihall.eap.EapPacket;
import org.omnihall.eap.Turn;
import org.omnihall.octets.Octets;

/** What one message of a supplicant comes to. */
public sealed interface EapAnswer {

    /** A challenge. */
    record Ask(Octets state, EapPacket request) implements EapAnswer {}

    /** Somebody is proved; the conversation is kept until he is let in or not. */
    record Proved(Octets state, Turn.Proved turn) implements EapAnswer {}

    record Refused(Turn.Refused turn) implements EapAnswer {}

    /** The supplicant begins anew when it reads this. */
    record Anew(EapPacket failure, Lost why) implements EapAnswer {}

    /** Silence. */
    record Dropped(Lost why) implements EapAnswer {}
}
