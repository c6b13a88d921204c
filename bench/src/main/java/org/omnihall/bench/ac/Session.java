package org.omnihall.bench.ac;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.omnihall.octets.Octets;
import org.omnihall.portal.bas.BasState;
import org.omnihall.portal.bas.StopCause;

/**
 * A client's session at the controller. Its traffic is a first page and then a constant rate, so that anyone can compute what
 * must have been counted.
 *
 * @param accountingClass what the Accept wants repeated in every accounting record
 */
record Session(
        String id,
        String userName,
        Instant since,
        Optional<Octets> accountingClass,
        Duration interim,
        BasState.Attempt attempt) {

    static final long FIRST_INPUT = 2_345;
    static final long FIRST_OUTPUT = 67_890;
    static final long INPUT_PER_SECOND = 12_500;
    static final long OUTPUT_PER_SECOND = 125_000;

    /** The same with another Class, where one is told. */
    Session with(Optional<Octets> otherClass) {
        return new Session(id, userName, since, otherClass.or(() -> accountingClass), interim, attempt);
    }

    /** Whether it is the same session, whatever it was told meanwhile. */
    boolean is(Session other) {
        return id.equals(other.id);
    }

    AccountingRecord record(AccountingRecord.Status status, Instant now, Optional<StopCause> cause) {
        long seconds = Duration.between(since, now).toSeconds();
        return new AccountingRecord(
                id,
                status,
                now,
                seconds,
                FIRST_INPUT + seconds * INPUT_PER_SECOND,
                FIRST_OUTPUT + seconds * OUTPUT_PER_SECOND,
                cause);
    }
}
