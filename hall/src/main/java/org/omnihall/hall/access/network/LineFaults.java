package org.omnihall.hall.access.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnihall.hall.intake.ImportKind.Line;
import org.omnihall.hall.intake.ImportKind.LineFault;

/** Turns lines of a file into drafts and a draft's problems into the faults of its line. */
final class LineFaults {

    private LineFaults() {}

    static Draft draft(List<String> columns, Line line) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            fields.put(columns.get(i), line.value(i));
        }
        return new Draft(fields);
    }

    static List<LineFault> of(Line line, List<Problem> problems) {
        return problems.stream()
                .map(problem -> line.fault(problem.field(), problem.wordKey()))
                .toList();
    }
}
