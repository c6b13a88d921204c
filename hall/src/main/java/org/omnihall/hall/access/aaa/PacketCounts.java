package org.omnihall.hall.access.aaa;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.omnihall.radius.Code;
import org.springframework.stereotype.Component;

/** Counts packets by controller and code, of requests and answers alike; what got no answer is counted by {@link RadiusDrops}. */
@Component
class PacketCounts {

    private final MeterRegistry meters;
    private final Map<Counted, Counter> counters = new ConcurrentHashMap<>();

    PacketCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    private record Counted(String controller, Code code) {}

    void count(String controller, Code code) {
        counters.computeIfAbsent(
                        new Counted(controller, code),
                        fresh -> meters.counter(
                                "omnihall.radius.packets",
                                "nas",
                                controller,
                                "code",
                                code.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .increment();
    }
}
