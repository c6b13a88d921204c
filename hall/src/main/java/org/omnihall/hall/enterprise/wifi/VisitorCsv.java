package org.omnihall.hall.enterprise.wifi;

import java.util.stream.Collectors;
import org.omnihall.hall.access.VisitorReport;

/** The days of a visitor report as a CSV file (RFC 4180): what the page shows, and nothing more. */
final class VisitorCsv {

    /** Begins with the mark by which spreadsheets know UTF-8. */
    static final String HEAD = "\ufeffday,visitors,logins,stops,octets\r\n";

    private VisitorCsv() {}

    static String of(VisitorReport report) {
        return report.days().stream().map(VisitorCsv::line).collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(VisitorReport.Day day) {
        return day.day() + "," + day.visitors().text() + "," + day.logins().text() + ","
                + day.stops().text() + ","
                + day.octets().map(octets -> Long.toString(octets)).orElse("") + "\r\n";
    }
}
