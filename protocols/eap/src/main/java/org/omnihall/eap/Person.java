package org.omnihall.eap;

import org.omnihall.octets.Octets;

/**
 * Somebody who has proved who he is.
 *
 * @param name the account's name, whatever the outer identity pretends
 * @param stamp changes with what was proved, such as the password: a session that was proved by an old one is not resumed
 */
public record Person(String name, Proof proof, Octets stamp) {

    /** How it was proved. */
    public enum Proof {
        PAP,
        MS_CHAP_V2,
        CERTIFICATE
    }
}
