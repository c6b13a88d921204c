package org.omnihall.eap.tls;

import org.omnihall.eap.Failure;
import org.omnihall.eap.Person;
import org.omnihall.octets.Octets;

/** What goes on inside a tunnel once it is open; one of its own for each tunnel. */
interface Inner {

    /** What the server does first. */
    Does opened() throws TlsBroken;

    /**
     * What it does next.
     *
     * @param said empty where the peer only acknowledges
     * @param identifier of the Response
     */
    Does heard(Octets said, int identifier) throws TlsBroken;

    /** What is done inside. */
    sealed interface Does {

        record Say(Octets words) implements Does {}

        /** Waits for the peer to begin. */
        record Listen() implements Does {}

        record Prove(Person person) implements Does {}

        record Refuse(Failure why) implements Does {}
    }
}
