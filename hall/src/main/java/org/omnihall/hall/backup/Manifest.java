package org.omnihall.hall.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup says of itself; it stands at the file's end, for it is known last.
 *
 * @param format of the file; this is {@link #FORMAT}
 * @param taken by the hall's clock
 * @param schema the migrations that had been applied, each with its checksum, in their order
 * @param seal over all the rest, by the keys of the hall that was backed up
 * @param partitions parents before their parts
 */
record Manifest(
        int format,
        Instant taken,
        List<String> schema,
        String seal,
        List<Partition> partitions,
        List<Table> tables,
        List<Sequence> sequences) {

    static final int FORMAT = 1;

    /**
     * A part of a table that is stored in parts.
     *
     * @param name with its schema, quoted as SQL wants it
     * @param bound as in {@code FOR VALUES FROM ... TO ...}
     * @param options of storage, such as {@code fillfactor=70}; empty for none
     */
    record Partition(String name, String parent, String bound, String options) {}

    /**
     * A table and what the file holds of it.
     *
     * @param columns those that are stored and not computed, quoted
     * @param sha256 of the rows in COPY's text form, hexadecimal
     */
    record Table(String name, List<String> columns, long rows, String sha256) {

        /** What the file calls it. */
        String entry() {
            return "tables/" + name;
        }
    }

    /** @param last the last number that it gave */
    record Sequence(String name, long last) {}

    /** The same with another seal. */
    Manifest sealed(String other) {
        return new Manifest(format, taken, schema, other, partitions, tables, sequences);
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /** Rows and digest by table. */
    Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        tables.forEach(table -> content.put(table.name(), table.rows() + " " + table.sha256()));
        return content;
    }
}
