package org.omnihall.hall.ordering;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody has bought (TMF637).
 *
 * @param order the order that added it
 * @param results what the steps of its fulfilment told, such as the id of a Venue
 * @param trialUntil when it ends by itself; nothing where it was bought
 */
public record Product(
        long id,
        String areaPath,
        long order,
        String offering,
        int quantity,
        Buyer buyer,
        Optional<Long> account,
        ProductState state,
        Charges charges,
        Map<String, String> answers,
        Map<String, String> results,
        Instant startedAt,
        Optional<Instant> trialUntil,
        Optional<Instant> endedAt) {

    public Product {
        answers = Map.copyOf(answers);
        results = Map.copyOf(results);
    }
}
