package org.omnihall.hall.intake;

import java.util.List;

/**
 * How an import ended. All of the file is in, or nothing.
 *
 * @param lines how many lines were read, the head line not counted
 * @param faults how many faults were found
 * @param first the first of them
 * @param applied whether the lines are in the database now; false after a dry run and where there was a fault
 */
public record ImportReport(long lines, long faults, List<ImportKind.LineFault> first, boolean applied) {

    public ImportReport {
        first = List.copyOf(first);
    }

    public boolean clean() {
        return faults == 0;
    }
}
