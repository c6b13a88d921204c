package org.omnihall.hall.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that somebody uploaded, and how far it has come.
 *
 * @param owner who uploaded it; nobody else sees it
 * @param lines how many the file has, about: a line break within quotes counts too
 * @param read how many lines the step has read so far
 * @param report how the last step ended
 */
public record ImportRun(
        UUID id,
        ImportKind kind,
        String fileName,
        String owner,
        Instant at,
        long lines,
        long read,
        Step step,
        Optional<ImportReport> report) {

    /** What happens to it. */
    public enum Step {
        CHECKING,
        /** The dry run found no fault. */
        GOOD,
        /** The dry run, or the import after it, found faults. */
        FAULTY,
        APPLYING,
        APPLIED,
        /** The file is no text in UTF-8. */
        UNREADABLE,
        /** Neither: something broke, such as the database; it can be tried again. */
        BROKEN
    }

    public boolean isRunning() {
        return step == Step.CHECKING || step == Step.APPLYING;
    }

    /** Whether it may go in now. */
    public boolean isReady() {
        return step == Step.GOOD;
    }

    ImportRun to(Step next) {
        return new ImportRun(id, kind, fileName, owner, at, lines, 0, next, report);
    }

    ImportRun read(long soFar) {
        return new ImportRun(id, kind, fileName, owner, at, lines, soFar, step, report);
    }

    ImportRun ended(ImportReport how) {
        Step next = !how.clean() ? Step.FAULTY : how.applied() ? Step.APPLIED : Step.GOOD;
        return new ImportRun(id, kind, fileName, owner, at, lines, how.lines(), next, Optional.of(how));
    }
}
