package org.omnihall.bench.measure.radius;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The machine's UDP sockets. */
final class Sockets {

    private static final Path COUNTERS = Path.of("/proc/net/snmp");

    private Sockets() {}

    /** Datagrams that found the socket full, on this machine since its start. */
    static long left() throws IOException {
        List<List<String>> udp = Files.readAllLines(COUNTERS).stream()
                .filter(line -> line.startsWith("Udp:"))
                .map(line -> Arrays.asList(line.split(" ", -1)))
                .toList();
        return Long.parseLong(udp.getLast().get(udp.getFirst().indexOf("RcvbufErrors")));
    }
}
