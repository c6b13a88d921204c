package org.omnihall.tmf;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that happened to a resource, as a listener is told of it.
 *
 * @param id the same however often it is told, so that a listener can tell a repetition
 * @param resource such as {@code productOrder}
 * @param body the resource after it happened; before it, where it was deleted
 */
public record Event(UUID id, Instant at, String resource, Happening happening, ObjectNode body) {

    /** The notification: eventId, eventTime, eventType, and the resource below {@code event}. */
    public ObjectNode toBody() {
        ObjectNode notification = JsonNodeFactory.instance
                .objectNode()
                .put("eventId", id.toString())
                .put("eventTime", at.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("eventType", happening.eventType(resource));
        notification.putObject("event").set(resource, body);
        return notification;
    }
}
