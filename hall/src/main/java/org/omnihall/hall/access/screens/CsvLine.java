package org.omnihall.hall.access.screens;

import java.util.List;
import java.util.stream.Collectors;

/** A line of a CSV file (RFC 4180) that a page hands out. */
final class CsvLine {

    private CsvLine() {}

    static String of(List<String> fields) {
        return fields.stream().map(CsvLine::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A field in quotes; one that a spreadsheet would take for a formula begins with an apostrophe. */
    private static String field(String text) {
        boolean formula = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
