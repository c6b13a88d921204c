package org.omnihall.hall.access.eap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.omnihall.eap.People;
import org.omnihall.eap.Person;
import org.omnihall.hall.access.network.DomainRule;
import org.omnihall.hall.access.network.NetworkAccount;
import org.omnihall.hall.access.network.NetworkAccount.Method;
import org.omnihall.hall.access.network.NetworkAccounts;
import org.omnihall.hall.database.GroupAnswers;
import org.omnihall.hall.database.GroupAnswers.Fate;
import org.omnihall.octets.Octets;
import org.omnihall.radius.auth.MsChapV2;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Network accounts as a conversation through one controller knows them, from memory as of at most two seconds ago. Whether an account is
 * held back or over is not asked here but when it is let in, so that who does not know the password learns nothing of it; a resumed session, which
 * asks for no password, is told at once.
 */
record AccountPeople(NetworkAccounts accounts, DomainRule domain, Clock clock) implements People {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public Optional<Person> byPassword(String name, Octets password) {
        return find(name, Method.PAP)
                .filter(account -> accounts.matches(account, password))
                .map(account -> person(account, Person.Proof.PAP));
    }

    @Override
    public Optional<Known> byMsChap(String name) {
        return find(name, Method.MS_CHAP_V2)
                .flatMap(account -> accounts.ntHashOf(account)
                        .map(hash -> new Known(person(account, Person.Proof.MS_CHAP_V2), hash)));
    }

    @Override
    public Optional<Person> byCertificate(List<String> names) {
        return names.stream()
                .flatMap(name -> find(name, Method.TLS).stream())
                .map(account -> person(account, Person.Proof.CERTIFICATE))
                .findFirst();
    }

    @Override
    public boolean believes(Person person) {
        Instant now = clock.instant();
        return read(person.name())
                .filter(account -> account.methods().contains(method(person.proof())))
                .filter(account -> account.standing() == NetworkAccount.Standing.ACTIVE)
                .filter(account -> account.validUntil().map(now::isBefore).orElse(true))
                .filter(account -> stamp(account).equals(person.stamp()))
                .isPresent();
    }

    static Method method(Person.Proof proof) {
        return switch (proof) {
            case PAP -> Method.PAP;
            case MS_CHAP_V2 -> Method.MS_CHAP_V2;
            case CERTIFICATE -> Method.TLS;
        };
    }

    private Optional<NetworkAccount> find(String sent, Method method) {
        String name = domain.toName(MsChapV2.withoutWindowsDomain(sent)).replace('\0', '\uFFFD');
        return name.isEmpty()
                ? Optional.empty()
                : read(name).filter(account -> account.methods().contains(method));
    }

    /** From memory, else waits for who reads it. */
    private Optional<NetworkAccount> read(String name) {
        CompletableFuture<Fate<Optional<NetworkAccount>>> read = new CompletableFuture<>();
        accounts.find(name, read::complete);
        return switch (read.completeOnTimeout(
                        new Fate.Lost<>(GroupAnswers.Fault.TOO_LATE), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join()) {
            case Fate.Answered<Optional<NetworkAccount>>(Optional<NetworkAccount> account) -> account;
            case Fate.Lost<Optional<NetworkAccount>>(GroupAnswers.Fault fault) ->
                throw new DataAccessResourceFailureException("no account was read: " + fault);
        };
    }

    private static Person person(NetworkAccount account, Person.Proof proof) {
        return new Person(account.name(), proof, stamp(account));
    }

    /** Another account and another password have another one. */
    private static Octets stamp(NetworkAccount account) {
        return Octets.ofLong(account.id()).plus(account.sealedSecret()).sha256();
    }
}
