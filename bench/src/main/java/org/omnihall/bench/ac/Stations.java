package org.omnihall.bench.ac;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.omnihall.bench.phone.Handset;
import org.omnihall.portal.bas.BasState;

/** The phones at one controller, by their address. */
final class Stations {

    private final Map<InetAddress, Station> byAddress = new ConcurrentHashMap<>();

    void put(Station station) {
        byAddress.put(station.handset().address(), station);
    }

    void remove(Station station) {
        byAddress.remove(station.handset().address(), station);
    }

    Optional<Station> at(InetAddress address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    Optional<Station> of(Handset handset) {
        return at(handset.address());
    }

    List<Station> online() {
        return byAddress.values().stream().filter(Stations::online).toList();
    }

    List<Station> online(Predicate<Station> meant) {
        return online().stream().filter(meant).toList();
    }

    static boolean online(Station station) {
        return station.state() instanceof BasState.Online;
    }

    /** All state about clients is gone; those that are still in range are seen anew. */
    void forget() {
        byAddress.replaceAll((address, station) -> {
            var _ = station.end();
            return new Station(station.handset(), station.ssid(), station.accessPoint());
        });
    }
}
