package org.omnihall.hall.access.dynamic;

import java.util.OptionalInt;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;

/** What a controller said to a Disconnect-Request or CoA-Request. */
sealed interface DynamicAnswer {

    record Acknowledged() implements DynamicAnswer {}

    /** @param errorCause Error-Cause (RFC 5176 section 3.5), where it gave one */
    record Refused(OptionalInt errorCause) implements DynamicAnswer {}

    /** Nothing came back in time, however often it was asked. */
    record Silence() implements DynamicAnswer {}

    static DynamicAnswer of(Packet reply) {
        return reply.code() == Code.DISCONNECT_ACK || reply.code() == Code.COA_ACK
                ? new Acknowledged()
                : new Refused(reply.integer(AttributeTypes.ERROR_CAUSE).stream()
                        .mapToInt(cause -> (int) cause)
                        .findFirst());
    }
}
