package org.omnihall.hall.access.aaa;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.octets.MacAddress;

/**
 * Where RADIUS tells the login pages how an expected login came out; called after the reply was sent, never twice for a re-sent request.
 * Implemented by {@code access.login}, which gives birth to bindings (access-rules.md rule 2) and writes the funnel. What happens to the
 * session afterwards it learns from the events {@code SessionOpened} and {@code SessionClosed}.
 */
public interface LoginOutcomes {

    /**
     * The controller was told to let the device in.
     *
     * @param mac the Calling-Station-Id, where the controller sent one
     */
    void accepted(UUID attempt, Optional<MacAddress> mac, Instant at);

    /** The controller was told to keep the device out. */
    void rejected(UUID attempt, Refusal refusal, Instant at);
}
