package org.omnihall.hall.insight.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.insight.ValueWindow;

/**
 * One computation of everybody's value.
 *
 * @param master the cluster that computed; empty for this machine
 * @param version of the pyramid in force
 * @param customers how many got a value
 * @param toldTo the cards are told up to this subscriber; {@code told} when all are
 */
public record Run(
        long id,
        State state,
        Step step,
        String master,
        String byActor,
        ValueWindow window,
        long version,
        Instant begunAt,
        Optional<Instant> endedAt,
        long customers,
        Optional<RunFault> fault,
        long toldTo,
        boolean told) {

    /** How it stands. */
    public enum State {
        RUNNING,
        PUBLISHED,
        FAILED
    }

    /** How far the program is. */
    public enum Step {
        STARTING,
        EXPORTING,
        COMPUTING,
        LOADING,
        SWAPPING,
        SWAPPED
    }

    /** How long it took; nothing while it runs. */
    public Optional<Duration> took() {
        return endedAt.map(end -> Duration.between(begunAt, end));
    }
}
