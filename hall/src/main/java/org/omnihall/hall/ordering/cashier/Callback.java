package org.omnihall.hall.ordering.cashier;

import java.util.Map;

/**
 * A callback as it travelled.
 *
 * @param path with the query, as it was asked for
 * @param headers by their names in small letters; of several of one name the first
 */
record Callback(String path, Map<String, String> headers, String body) {

    Callback {
        headers = Map.copyOf(headers);
    }

    /** @throws BadCallback {@code UNSIGNED} where the header is not there */
    String header(String name) {
        String value = headers.get(name);
        if (value == null || value.isEmpty()) {
            throw new BadCallback(BadCallback.Fault.UNSIGNED);
        }
        return value;
    }
}
