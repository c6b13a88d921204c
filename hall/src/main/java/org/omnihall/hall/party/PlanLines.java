package org.omnihall.hall.party;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.omnihall.octets.Octets;

/** A number plan as it rests in the database: gzip over lines of {@code first,last,operator,province,city}. */
final class PlanLines {

    private PlanLines() {}

    static Octets pack(SegmentTable table) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (SegmentRange range : table.ranges()) {
                out.write(line(range).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Octets.of(packed.toByteArray());
    }

    static SegmentTable unpack(Octets packed) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(packed.toBytes())), StandardCharsets.UTF_8))) {
            List<SegmentRange> ranges = in.lines().map(PlanLines::range).toList();
            return SegmentTable.of(ranges);
        } catch (IOException broken) {
            throw new UncheckedIOException("a number plan in the database is damaged", broken);
        }
    }

    private static String line(SegmentRange range) {
        SegmentPlace place = range.place();
        return String.join(
                        ",",
                        Integer.toString(range.first()),
                        Integer.toString(range.last()),
                        place.operator().name(),
                        place.province(),
                        place.city())
                + "\n";
    }

    private static SegmentRange range(String line) {
        String[] fields = line.split(",", -1);
        SegmentPlace place = new SegmentPlace(Operator.valueOf(fields[2]), fields[3], fields[4]);
        return new SegmentRange(Integer.parseInt(fields[0]), Integer.parseInt(fields[1]), place);
    }
}
