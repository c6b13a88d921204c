package org.omnihall.hall.access.aaa;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts what Access-Requests were answered with, by controller; to ask the registry for a counter takes longer than to check a password. */
@Component
class AccessCounts {

    static final String ADMITTED = "ADMITTED";

    private final MeterRegistry meters;
    private final Map<Counted, Counter> counters = new ConcurrentHashMap<>();

    AccessCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A few results a controller. */
    private record Counted(String controller, String result) {}

    void count(String controller, String result) {
        counters.computeIfAbsent(
                        new Counted(controller, result),
                        fresh -> meters.counter("omnihall.radius.access", "result", result, "nas", controller))
                .increment();
    }
}
