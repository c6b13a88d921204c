package org.omnihall.hall.access.session;

import java.time.Instant;
import java.util.Optional;

/**
 * A session in the hands of the ledger: what is known, what its events add up to, and where its row is.
 *
 * @param heardAt our clock at the newest sign of life
 * @param storedCloseAt the moment under which the closed table holds it
 */
record Held(SessionFacts facts, SessionFold fold, Instant heardAt, Row row, Optional<Instant> storedCloseAt) {

    /** Which table holds it now. */
    enum Row {
        NONE,
        OPEN,
        CLOSED
    }

    Held with(AccountingEvent event) {
        Instant heard = event.receivedAt().isAfter(heardAt) ? event.receivedAt() : heardAt;
        return new Held(facts.completedBy(event), fold.with(event), heard, row, storedCloseAt);
    }

    Held with(Closer closer) {
        return new Held(facts, fold.with(closer), heardAt, row, storedCloseAt);
    }

    SessionMatch.Candidate candidate() {
        return new SessionMatch.Candidate(facts.id(), facts.journey(), facts.mac(), fold.startedAt());
    }

    /**
     * When it counts as lost unless its controller is heard.
     *
     * @param missed how many updates may stay away
     */
    Instant overdueAt(int missed) {
        return heardAt.plus(facts.interim().multipliedBy(missed));
    }
}
