package org.omnihall.eap;

import java.util.List;
import java.util.Optional;
import org.omnihall.octets.Octets;

/**
 * Who stands behind names. It may wait for a database, and what it throws passes through the conversation, which asks again when the message
 * that it was about comes again.
 */
public interface People {

    /** An NT hash, 16 octets, and whose it is; never printed. */
    record Known(Person person, Octets ntHash) {
        @Override
        public String toString() {
            return person.toString();
        }
    }

    /** The person whose password this is, if he may prove it so. */
    Optional<Person> byPassword(String name, Octets password);

    /** The person of that name with the hash that his answer must know, if he may use MS-CHAPv2. */
    Optional<Known> byMsChap(String name);

    /** The first of a certificate's names that belongs to a person who may use certificates. */
    Optional<Person> byCertificate(List<String> names);

    /** Whether one who proved himself in an earlier session would still be believed. */
    boolean believes(Person person);
}
