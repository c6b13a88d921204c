package org.omnihall.eap.tls;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.omnihall.eap.Person;

/** Who was proved in a TLS session. It is bound to the session before anybody is proved, and stays with whatever is resumed from it. */
final class Remembered {

    private final AtomicReference<Optional<Person>> person = new AtomicReference<>(Optional.empty());

    Optional<Person> person() {
        return person.get();
    }

    void proved(Person who) {
        person.set(Optional.of(who));
    }

    void forget() {
        person.set(Optional.empty());
    }
}
