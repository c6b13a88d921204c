package org.omnihall.hall.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.intake.ImportKind.Line;
import org.omnihall.hall.intake.ImportKind.LineFault;
import org.omnihall.hall.intake.ImportKind.Loading;
import org.omnihall.hall.shell.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports CSV files (RFC 4180, UTF-8): all lines of a file in one transaction, or none. */
@Component
public class Imports {

    private static final int BATCH = 1000;

    private final List<ImportKind> kinds;
    private final IntakeSettings settings;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Imports(
            List<ImportKind> kinds,
            IntakeSettings settings,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.kinds = List.copyOf(kinds);
        this.settings = settings;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * One file to import.
     *
     * @param dryRun do everything, then undo it
     * @param words the language of the error file
     */
    public record Order(ImportKind kind, boolean dryRun, String actor, Words words) {}

    public List<ImportKind> kinds() {
        return kinds;
    }

    public Optional<ImportKind> kind(String name) {
        return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /**
     * Reads the file, writes its faults as CSV, and keeps what was loaded only where there was none.
     *
     * @param progress is told how many lines were read so far
     */
    public ImportReport run(Order order, Reader file, Writer errors, LongConsumer progress) throws IOException {
        try (CsvWriter out = CsvWriter.builder().build(errors)) {
            ErrorFile faults = new ErrorFile(out, order.words(), settings.faults());
            return java.util.Objects.requireNonNull(transaction.execute(status -> {
                long lines = load(order, file, faults, progress);
                ImportReport report = faults.report(lines, !order.dryRun());
                if (report.applied()) {
                    audit.record(
                            order.actor(), "import", "import:" + order.kind().name(), lines + " lines");
                } else {
                    status.setRollbackOnly();
                }
                return report;
            }));
        }
    }

    private long load(Order order, Reader file, ErrorFile faults, LongConsumer progress) {
        Loading loading = order.kind().begin(order.actor());
        long read = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .detectBomHeader(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(1 << 20)
                .ofCsvRecord(file)) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext() || !isHead(order.kind(), records.next())) {
                faults.add(List.of(new LineFault(1, "", "intake.fault.HEAD")));
                return 0;
            }
            while (records.hasNext() && !faults.isFull()) {
                List<Line> batch = new ArrayList<>(BATCH);
                while (records.hasNext() && batch.size() < BATCH) {
                    read++;
                    check(order.kind(), records.next(), batch, faults);
                }
                if (read > settings.lines()) {
                    faults.add(List.of(new LineFault(read, "", "intake.fault.TOO_MANY_LINES")));
                    return read;
                }
                faults.add(loading.take(batch));
                progress.accept(read);
            }
            faults.add(loading.finish());
        } catch (CsvParseException malformed) {
            faults.add(List.of(new LineFault(read + 1, "", "intake.fault.NOT_CSV")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return read;
    }

    private static boolean isHead(ImportKind kind, CsvRecord head) {
        List<String> names = head.getFields().stream()
                .map(name -> name.replace("\ufeff", "").strip())
                .toList();
        return names.equals(kind.columns());
    }

    private void check(ImportKind kind, CsvRecord csv, List<Line> batch, ErrorFile faults) {
        long number = csv.getStartingLineNumber();
        List<String> values = csv.getFields().stream().map(String::strip).toList();
        if (values.size() != kind.columns().size()) {
            faults.add(List.of(new LineFault(number, "", "intake.fault.COLUMNS")));
        } else if (values.stream().anyMatch(value -> value.length() > settings.fieldLength())) {
            faults.add(List.of(new LineFault(number, "", "intake.fault.TOO_LONG")));
        } else {
            batch.add(new Line(number, values));
        }
    }
}
