package org.omnihall.portal.server;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Who waits under which serial at which device. Lives on the loop. */
final class Table {

    private record Key(InetSocketAddress bas, int serial) {}

    private final Map<Key, Waiting> waiting = new HashMap<>();
    private final Map<InetSocketAddress, Integer> lastSerial = new HashMap<>();
    private final RandomGenerator random;
    private final int most;

    Table(RandomGenerator random, int most) {
        this.random = random;
        this.most = most;
    }

    /** The next free serial of a device, never 0, which devices use for what they tell unasked; none if too many wait. */
    Optional<Integer> freeSerial(Bas bas) {
        if (waiting.size() >= most) {
            return Optional.empty();
        }
        int serial = lastSerial.computeIfAbsent(bas.address(), first -> random.nextInt(0x10000));
        for (int tried = 0; tried < 0xffff; tried++) {
            serial = serial % 0xffff + 1;
            if (!waiting.containsKey(new Key(bas.address(), serial))) {
                lastSerial.put(bas.address(), serial);
                return Optional.of(serial);
            }
        }
        return Optional.empty();
    }

    void put(Bas bas, int serial, Waiting who) {
        waiting.put(new Key(bas.address(), serial), who);
    }

    Optional<Waiting> at(Bas bas, int serial) {
        return Optional.ofNullable(waiting.get(new Key(bas.address(), serial)));
    }

    void remove(Bas bas, int serial) {
        waiting.remove(new Key(bas.address(), serial));
    }

    List<Waiting> all() {
        return List.copyOf(waiting.values());
    }
}
