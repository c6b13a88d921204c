package org.omnihall.hall.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.springframework.stereotype.Component;

/** Exports tables as CSV (RFC 4180), row by row. Taking data away is an act in the audit trail. */
@Component
public class Exports {

    private final List<ExportKind> kinds;
    private final AuditTrail audit;

    Exports(List<ExportKind> kinds, AuditTrail audit) {
        this.kinds = List.copyOf(kinds);
        this.audit = audit;
    }

    public List<ExportKind> kinds() {
        return kinds;
    }

    public Optional<ExportKind> kind(String name) {
        return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** Writes the head line and the rows of this Area; the writer stays open. */
    public void run(ExportKind kind, String areaPath, String actor, Writer to) throws IOException {
        audit.record(actor, "export", "export:" + kind.name(), areaPath);
        CsvWriter out = CsvWriter.builder().build(to);
        out.writeRecord(kind.columns());
        kind.rows(areaPath, row -> out.writeRecord(row));
        out.flush();
    }
}
