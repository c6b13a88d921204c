package org.omnihall.hall.access.session;

import java.time.Instant;
import java.util.List;

/** Is told what sessions have used, in the transaction that writes it into them: so it counts once what counts once there. */
@FunctionalInterface
interface UseCounter {

    /** Whether it wants to be told at all. */
    default boolean counts() {
        return true;
    }

    /** @param grown in the order in which it was reported */
    void count(List<Grown> grown, Instant now);

    /**
     * What a batch of events adds to a session.
     *
     * @param begins whether the session was not known before
     * @param since the report before, or the session's start
     * @param until the newest report, by its controller's clock
     */
    record Grown(SessionFacts facts, Usage more, boolean begins, Instant since, Instant until) {}
}
