package org.omnihall.bench.population;

import java.time.Duration;
import org.omnihall.bench.phone.GaveUp;
import org.omnihall.bench.phone.Handset;

/** How one visit's way onto the network went. */
public sealed interface Journey {

    Handset handset();

    Kind kind();

    /** @param again the phone had been online before */
    record Good(Handset handset, Kind kind, boolean again, Duration took) implements Journey {}

    /** The phone did not want to get online, and did not. */
    record Untried(Handset handset, Kind kind) implements Journey {}

    record Failed(Handset handset, Kind kind, GaveUp.Reason reason, String detail) implements Journey {}
}
