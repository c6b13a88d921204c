package org.omnihall.hall.access.network;

import java.util.List;
import org.omnihall.hall.intake.ImportKind.Line;
import org.omnihall.hall.intake.ImportKind.LineFault;

/** Turns lines of a file into drafts and a draft's problems into the faults of its line. */
final class LineFaults {

    private LineFaults() {}

    static Draft draft(List<String> columns, Line line) {
        return new Draft(line.named(columns));
    }

    static List<LineFault> of(Line line, List<Problem> problems) {
        return problems.stream()
                .map(problem -> line.fault(problem.field(), problem.wordKey()))
                .toList();
    }
}
