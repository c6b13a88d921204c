package org.omnihall.hall.access.session.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.omnihall.octets.Octets;

/** Records that the database refused for what they hold, each in a file of its own, until the node starts again. */
final class RefusedRecords {

    private final JournalFiles files;

    RefusedRecords(JournalFiles files) {
        this.files = files;
    }

    /** @param number of the file */
    void keep(long number, SegmentHeader origin, JournalRecord record) throws IOException {
        SegmentHeader header = new SegmentHeader(origin.node(), origin.journal(), record.position(), record.position());
        ByteBuffer out = ByteBuffer.allocate(SegmentHeader.OCTETS + Frame.octets(record.payload()));
        out.put(header.encode());
        Frame.write(out, origin.journal(), record.position(), record);
        try (JournalFiles.Appending file = files.create(Segment.Kind.REFUSED.name(number))) {
            file.append(out.flip());
            file.force();
        }
    }

    List<Segment.Name> names() throws IOException {
        return LeftOver.names(files).stream()
                .filter(name -> name.kind() == Segment.Kind.REFUSED)
                .toList();
    }

    /** What a file holds; one that cannot be read is named as damaged and holds nothing. */
    List<Octets> payloads(Segment.Name name) throws IOException {
        ByteBuffer file = files.read(name.text());
        List<Octets> payloads =
                SegmentHeader.decode(file).map(header -> Reading.of(file, header, header.durable())).stream()
                        .flatMap(reading -> reading.records().stream())
                        .map(JournalRecord::payload)
                        .toList();
        if (payloads.isEmpty()) {
            files.rename(name.text(), Segment.Kind.DAMAGED.name(name.number()));
        }
        return payloads;
    }
}
