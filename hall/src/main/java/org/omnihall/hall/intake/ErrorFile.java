package org.omnihall.hall.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.ArrayList;
import java.util.List;
import org.omnihall.hall.intake.ImportKind.LineFault;
import org.omnihall.hall.shell.Words;

/** Counts the faults of an import and writes each down with its text, in the language of who imports. */
final class ErrorFile {

    private static final int SHOWN = 20;

    private final CsvWriter out;
    private final Words words;
    private final long most;
    private final List<LineFault> first = new ArrayList<>();
    private long count;

    ErrorFile(CsvWriter out, Words words, long most) {
        this.out = out;
        this.words = words;
        this.most = most;
        out.writeRecord("line", "column", "fault");
    }

    void add(List<LineFault> faults) {
        for (LineFault fault : faults) {
            count++;
            if (first.size() < SHOWN) {
                first.add(fault);
            }
            if (count <= most) {
                String text = words.find(fault.wordKey()).orElse(fault.wordKey());
                out.writeRecord(Long.toString(fault.line()), fault.column(), text);
            }
        }
    }

    boolean isFull() {
        return count >= most;
    }

    ImportReport report(long lines, boolean applied) {
        return new ImportReport(lines, count, first, applied && count == 0);
    }
}
