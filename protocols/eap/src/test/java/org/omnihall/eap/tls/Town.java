package org.omnihall.eap.tls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.omnihall.eap.People;
import org.omnihall.eap.Person;
import org.omnihall.octets.Octets;
import org.omnihall.radius.auth.MsChapV2;

/** People with passwords; whoever moves away is no longer believed. */
final class Town implements People {

    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private boolean away;

    Town with(String name, String password) {
        passwords.put(name, password);
        return this;
    }

    void movesAway(String name) {
        passwords.remove(name);
    }

    /** Nobody can be asked from now on, or again. */
    void away(boolean gone) {
        away = gone;
    }

    private Optional<Person> find(String name, Person.Proof proof) {
        if (away) {
            throw new IllegalStateException("the town is away");
        }
        return Optional.ofNullable(passwords.get(name))
                .map(password -> new Person(name, proof, Octets.ofText(password).sha256()));
    }

    @Override
    public Optional<Person> byPassword(String name, Octets password) {
        return find(name, Person.Proof.PAP).filter(person -> person.stamp().equals(password.sha256()));
    }

    @Override
    public Optional<Known> byMsChap(String name) {
        return find(name, Person.Proof.MS_CHAP_V2)
                .map(person -> new Known(person, MsChapV2.ntHash(passwords.getOrDefault(name, ""))));
    }

    @Override
    public Optional<Person> byCertificate(List<String> names) {
        return names.stream()
                .flatMap(name -> find(name, Person.Proof.CERTIFICATE).stream())
                .findFirst();
    }

    @Override
    public boolean believes(Person person) {
        return find(person.name(), person.proof()).filter(person::equals).isPresent();
    }
}
