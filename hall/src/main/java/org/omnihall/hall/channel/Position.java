package org.omnihall.hall.channel;

import java.time.Instant;
import java.util.Set;

/**
 * Where a channel is placed from a moment on, until its next position begins (requirement B9).
 *
 * @param businessTypes codes of the types of business, such as {@code SALES}
 */
public record Position(
        long id,
        ChannelId channel,
        Set<CustomerSegment> segments,
        Set<String> businessTypes,
        Set<ChannelFunction> functions,
        Instant from) {

    public Position {
        segments = Set.copyOf(segments);
        businessTypes = Set.copyOf(businessTypes);
        functions = Set.copyOf(functions);
    }

    /** The same from another moment on. */
    Position beginning(Instant moment) {
        return new Position(id, channel, segments, businessTypes, functions, moment);
    }

    /** Whether serving this customer with this type of business in this function is what the channel is meant for. */
    public boolean covers(CustomerSegment segment, String businessType, ChannelFunction function) {
        return segments.contains(segment) && businessTypes.contains(businessType) && functions.contains(function);
    }
}
