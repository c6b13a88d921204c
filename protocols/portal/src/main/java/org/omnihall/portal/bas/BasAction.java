package org.omnihall.portal.bas;

import org.omnihall.octets.Octets;
import org.omnihall.portal.Packet;

/** What the device does about an event. */
public sealed interface BasAction {

    /** To the address that the packet came from. */
    record Reply(Packet packet) implements BasAction {}

    /** To the Portal server's port. */
    record TellServer(Packet packet) implements BasAction {}

    /** To the MAC binding server. */
    record TellMacServer(Packet packet) implements BasAction {}

    /** The answer comes as an event with the attempt's request id. */
    record AskRadius(BasState.Attempt attempt, Proof proof) implements BasAction {}

    record StartAccounting(BasState.Attempt attempt) implements BasAction {}

    record StopAccounting(BasState.Attempt attempt, StopCause cause) implements BasAction {}

    /** How the client proves itself to RADIUS. */
    sealed interface Proof {
        record Pap(Octets password) implements Proof {
            @Override
            public String toString() {
                return "Pap[••••••]";
            }
        }

        /** CHAP-Password is identifier and response; CHAP-Challenge the challenge. */
        record Chap(int identifier, Octets response, Octets challenge) implements Proof {}
    }
}
