package org.omnihall.hall.access.roaming;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.radius.tls.PeerCertificate;

/** All realms and RadSec peers at one moment. */
public final class RoamingBook {

    private final Map<String, Realm> realms = new HashMap<>();
    private final Map<String, RadSecPeer> peers = new HashMap<>();

    RoamingBook(List<Realm> realms, List<RadSecPeer> peers) {
        realms.forEach(realm -> this.realms.put(realm.name(), realm));
        peers.forEach(peer -> this.peers.put(peer.certificate(), peer));
    }

    /** In the order of names. */
    public List<Realm> realms() {
        return realms.values().stream()
                .sorted(Comparator.comparing(Realm::name))
                .toList();
    }

    public List<RadSecPeer> peers() {
        return peers.values().stream()
                .sorted(Comparator.comparing(RadSecPeer::name))
                .toList();
    }

    public Optional<Realm> realm(long id) {
        return realms.values().stream().filter(realm -> realm.id() == id).findFirst();
    }

    public Optional<RadSecPeer> peer(long id) {
        return peers.values().stream().filter(peer -> peer.id() == id).findFirst();
    }

    /** Whether nobody roams. */
    public boolean isEmpty() {
        return realms.isEmpty();
    }

    /** By its exact name. */
    public Optional<Realm> named(String name) {
        return Optional.ofNullable(realms.get(name));
    }

    /** Who answers elsewhere for a user name; empty where we do: it has no realm, or one of our own, or one that nobody has told us of. */
    public Optional<Realm> elsewhere(String userName) {
        String wanted = Realm.in(userName);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return named(wanted).or(() -> named(Realm.ANY)).filter(realm -> !realm.isOurs());
    }

    /** By its fingerprint, or any name of the certificate that is not the fingerprint of another. */
    Optional<RadSecPeer> peer(PeerCertificate certificate) {
        RadSecPeer byPrint = peers.get(certificate.fingerprint());
        return byPrint != null
                ? Optional.of(byPrint)
                : certificate.names().stream()
                        .filter(name -> !PeerCertificate.isFingerprint(name))
                        .sorted()
                        .flatMap(name -> Optional.ofNullable(peers.get(name)).stream())
                        .findFirst();
    }
}
