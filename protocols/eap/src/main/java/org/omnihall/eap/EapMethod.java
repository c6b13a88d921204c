package org.omnihall.eap;

/**
 * A method that the server can offer: the plug for more of them, such as EAP-SIM and EAP-AKA. A method is shared, what it begins is one peer's.
 */
public interface EapMethod {

    /** The number of its type. */
    int type();

    /** What it is called in logs and metrics. */
    String name();

    Exchange begin(Opening opening);

    /**
     * What is known when a method begins.
     *
     * @param identity what the peer called itself in clear; proves nothing
     * @param people who may be proved
     * @param limits of this way
     */
    record Opening(String identity, People people, Limits limits) {}

    /** One peer's run through the method; not for use by two threads. */
    interface Exchange {

        Step start();

        /**
         * The next step after a Response of this method's type; throws {@link MalformedEap} for one that cannot be read. Where {@link People}
         * throw, it passes that on and is given the same Response again.
         */
        Step answer(EapPacket response);
    }
}
