package org.omnihall.hall.access.network;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.omnihall.octets.Octets;
import org.omnihall.radius.auth.SharedSecret;

/**
 * All registered controllers at one moment, indexed. A source is found by one hash look-up for each prefix length in use, the longest
 * first, so that a single address wins over the network around it.
 */
final class ControllerBook {

    private static final int MOST_SEEN = 8_192;

    private static final Source NOBODY = new Source(List.of(), Optional.empty());

    static final ControllerBook EMPTY = new ControllerBook(List.of());

    private final Map<Long, AccessController> byId = new HashMap<>();
    private final Map<Cidr, List<AccessController>> bySource = new HashMap<>();
    private final Map<Octets, SharedSecret> secrets = new HashMap<>();
    private final Map<String, AccessController> byName = new HashMap<>();
    private final int[] prefixes;

    /** Sources that were looked up, as far as there is room: each packet asks for its own several times. */
    private final Map<InetAddress, Source> seen = new ConcurrentHashMap<>();

    /** Who may send from an address, and the secret that they share; nobody where that is not ours. */
    private record Source(List<AccessController> controllers, Optional<SharedSecret> secret) {}

    ControllerBook(List<AccessController> controllers) {
        TreeSet<Integer> lengths = new TreeSet<>(Comparator.reverseOrder());
        for (AccessController controller : controllers) {
            byId.put(controller.id(), controller);
            secrets.computeIfAbsent(controller.radiusSecret(), SharedSecret::of);
            for (Cidr source : controller.sources()) {
                bySource.computeIfAbsent(source, s -> new ArrayList<>()).add(controller);
                lengths.add(source.prefix());
            }
            byName.put(controller.name().toLowerCase(Locale.ROOT), controller);
        }
        for (AccessController controller : controllers) {
            controller.nasIdentifier().ifPresent(id -> byName.putIfAbsent(id.toLowerCase(Locale.ROOT), controller));
        }
        this.prefixes = lengths.stream().mapToInt(Integer::intValue).toArray();
    }

    List<AccessController> all() {
        return byId.values().stream()
                .sorted(Comparator.comparingLong(AccessController::id))
                .toList();
    }

    Optional<AccessController> byId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those that share the most precise registered network around the source. */
    List<AccessController> bySource(InetAddress source) {
        return source(source).controllers();
    }

    /** Prepared once: each packet's proofs begin with it. */
    Optional<SharedSecret> secretOf(InetAddress source) {
        return source(source).secret();
    }

    private Source source(InetAddress address) {
        Source known = seen.get(address);
        return known == null ? look(address) : known;
    }

    private Source look(InetAddress address) {
        List<AccessController> there = around(address);
        if (there.isEmpty()) {
            return NOBODY;
        }
        Source found = new Source(
                there, Optional.ofNullable(secrets.get(there.getFirst().radiusSecret())));
        if (seen.size() < MOST_SEEN) {
            seen.put(address, found);
        }
        return found;
    }

    private List<AccessController> around(InetAddress source) {
        int whole = source.getAddress().length * 8;
        for (int prefix : prefixes) {
            if (prefix > whole) {
                continue;
            }
            List<AccessController> found = bySource.get(new Cidr(source, prefix));
            if (found != null) {
                return found;
            }
        }
        return List.of();
    }

    Optional<AccessController> identify(
            InetAddress source, Optional<String> nasIdentifier, Optional<InetAddress> nasAddress) {
        List<AccessController> candidates = bySource(source);
        for (AccessController candidate : candidates) {
            if (nasIdentifier.isPresent() && candidate.nasIdentifier().equals(nasIdentifier)) {
                return Optional.of(candidate);
            }
        }
        if (candidates.size() == 1) {
            return Optional.of(candidates.getFirst())
                    .filter(one -> one.nasIdentifier().isEmpty());
        }
        List<AccessController> unnamed =
                candidates.stream().filter(c -> c.nasIdentifier().isEmpty()).toList();
        return unnamed.size() == 1
                ? Optional.of(unnamed.getFirst())
                : nasAddress.flatMap(address ->
                        unnamed.stream().filter(c -> c.sendsFrom(address)).findFirst());
    }

    Optional<AccessController> byHint(Optional<InetAddress> address, Optional<String> name) {
        Optional<AccessController> named = name.map(n -> byName.get(n.toLowerCase(Locale.ROOT)));
        List<AccessController> there = address.map(this::bySource).orElse(List.of());
        if (named.isPresent() && (there.isEmpty() || there.contains(named.get()))) {
            return named;
        }
        return there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty();
    }
}
