package org.omnihall.hall.access.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The counters of one meter by controller and one thing more, kept at hand: to ask the registry for a counter takes longer than to check a password.
 */
public final class NasCounters<T> {

    private final MeterRegistry meters;
    private final String meter;
    private final String tag;
    private final Function<T, String> text;
    private final Map<Counted<T>, Counter> counters = new ConcurrentHashMap<>();

    /** @param tag beside {@code nas}, with the text of what is counted */
    public NasCounters(MeterRegistry meters, String meter, String tag, Function<T, String> text) {
        this.meters = meters;
        this.meter = meter;
        this.tag = tag;
        this.text = text;
    }

    private record Counted<T>(String controller, T what) {}

    public void count(String controller, T what) {
        Counted<T> counted = new Counted<>(controller, what);
        Optional.ofNullable(counters.get(counted))
                .orElseGet(() -> counters.computeIfAbsent(
                        counted, fresh -> meters.counter(meter, tag, text.apply(what), "nas", controller)))
                .increment();
    }
}
