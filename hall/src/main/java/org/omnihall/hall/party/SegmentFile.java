package org.omnihall.hall.party;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.omnihall.hall.party.BadSegments.Fault;
import org.omnihall.octets.Octets;

/** A table of number segments as people upload it: a CSV with our columns, or a phone.dat. */
public final class SegmentFile {

    private static final int MOST_FAULTS = 100;

    /**
     * What was read.
     *
     * @param source the form of the file
     * @param faults the first hundred; where there is one, nothing should be taken
     */
    public record Reading(String source, List<SegmentRange> ranges, List<BadSegments> faults) {
        public Reading {
            ranges = List.copyOf(ranges);
            faults = List.copyOf(faults);
        }
    }

    private SegmentFile() {}

    /** Reads a file in either form. A CSV is known by its first column's name. */
    public static Reading read(Octets file) {
        byte[] octets = file.toBytes();
        String head = new String(octets, 0, Math.min(octets.length, 40), StandardCharsets.UTF_8).replace("\ufeff", "");
        return head.startsWith(SegmentCsv.COLUMNS.getFirst()) ? csv(octets) : phoneDat(file);
    }

    private static Reading phoneDat(Octets file) {
        try {
            return new Reading("phone.dat", PhoneDat.read(file), List.of());
        } catch (BadSegments bad) {
            return new Reading("phone.dat", List.of(), List.of(bad));
        }
    }

    private static Reading csv(byte[] octets) {
        List<SegmentRange> ranges = new ArrayList<>();
        List<BadSegments> faults = new ArrayList<>();
        String text = new String(octets, StandardCharsets.UTF_8).replace("\ufeff", "");
        try {
            for (CsvRecord record : CsvReader.builder().ofCsvRecord(text)) {
                if (record.getStartingLineNumber() > 1 && faults.size() < MOST_FAULTS) {
                    row(record, ranges, faults);
                }
            }
        } catch (CsvParseException malformed) {
            faults.add(new BadSegments(ranges.size() + 2, Fault.COLUMNS, "is not CSV"));
        }
        return new Reading("CSV", ranges, faults);
    }

    private static void row(CsvRecord record, List<SegmentRange> ranges, List<BadSegments> faults) {
        try {
            ranges.add(SegmentCsv.row((int) record.getStartingLineNumber(), record.getFields()));
        } catch (BadSegments bad) {
            faults.add(bad);
        }
    }
}
