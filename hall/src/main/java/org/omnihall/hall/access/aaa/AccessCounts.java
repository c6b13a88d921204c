package org.omnihall.hall.access.aaa;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import org.omnihall.hall.access.watch.NasCounters;
import org.springframework.stereotype.Component;

/** Counts what Access-Requests were answered with, by controller. */
@Component
class AccessCounts {

    static final String ADMITTED = "ADMITTED";

    private final NasCounters<String> counters;

    AccessCounts(MeterRegistry meters) {
        this.counters = new NasCounters<>(meters, "omnihall.radius.access", "result", Function.identity());
    }

    void count(String controller, String result) {
        counters.count(controller, result);
    }
}
