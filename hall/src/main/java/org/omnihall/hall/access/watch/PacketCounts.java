package org.omnihall.hall.access.watch;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.omnihall.radius.Code;
import org.springframework.stereotype.Component;

/** Counts packets by controller and code, of requests and answers alike; what got no answer of ours is counted by its reason. */
@Component
public class PacketCounts {

    private final NasCounters<Code> counters;

    PacketCounts(MeterRegistry meters) {
        this.counters = new NasCounters<>(meters, "omnihall.radius.packets", "code", PacketCounts::text);
    }

    private static String text(Code code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public void count(String controller, Code code) {
        counters.count(controller, code);
    }
}
