package org.omnihall.hall.messaging.gateway;

import java.util.List;

/** What a gateway said to one message. */
public sealed interface Answer {

    /** Taken; the gateway's ids of the parts, in order. */
    record Accepted(List<String> ids) implements Answer {
        public Accepted {
            ids = List.copyOf(ids);
        }
    }

    /** Too much at the moment (throttled, queue full): later or elsewhere. */
    record Busy(String why) implements Answer {}

    /** Refused for good: the same message would be refused again. */
    record Refused(String why) implements Answer {}

    /** Nobody knows: no answer in time, or the connection broke while it was awaited. */
    record NoAnswer(String why) implements Answer {}

    /** No connection; nothing was handed over. */
    record NotBound() implements Answer {}

    /** The name under which it is counted. */
    default String label() {
        return getClass().getSimpleName();
    }
}
