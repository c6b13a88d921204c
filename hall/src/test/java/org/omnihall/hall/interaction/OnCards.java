package org.omnihall.hall.interaction;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;

/** What tests push onto the cards of subscribers whom nobody else uses. */
final class OnCards {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private OnCards() {}

    /** A subscriber of whom no other test has heard. */
    static long anybody(Subscribers subscribers) {
        return subscribers.idOf(new Msisdn("1391111" + NUMBERS.incrementAndGet()));
    }

    static Recommendation recommendation(String offering, int priority, Instant until) {
        return new Recommendation(offering, "升级", "Upgrade", priority, "流量多", "Uses much", until);
    }

    static StateLine line(StateLine.Kind kind, String product, Instant since) {
        return new StateLine(kind, product, "ACTIVE", since, "使用中", "In use");
    }
}
