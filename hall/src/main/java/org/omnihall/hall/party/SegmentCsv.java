package org.omnihall.hall.party;

import java.util.List;
import org.omnihall.hall.party.BadSegments.Fault;

/** The operator's own table of segments, one a line: {@code segment,operator,province,city}, names in Chinese or English. */
final class SegmentCsv {

    static final List<String> COLUMNS = List.of("segment", "operator", "province", "city");

    private SegmentCsv() {}

    /**
     * The range of one line.
     *
     * @throws BadSegments with the line's number
     */
    static SegmentRange row(int line, List<String> fields) {
        if (fields.size() != COLUMNS.size()) {
            throw new BadSegments(
                    line, Fault.COLUMNS, "has " + fields.size() + " fields instead of segment,operator,province,city");
        }
        return row(line, fields.get(0), fields.get(1), fields.get(2), fields.get(3));
    }

    static SegmentRange row(int line, String segment, String operator, String province, String city) {
        Operator whose = Operator.named(operator)
                .orElseThrow(() -> new BadSegments(line, Fault.OPERATOR, "no operator is called " + shown(operator)));
        String where = province.isBlank()
                ? ""
                : PlaceNames.province(province)
                        .orElseThrow(() ->
                                new BadSegments(line, Fault.PROVINCE, "no province is called " + shown(province)));
        String town = PlaceNames.city(where, city);
        if (town.length() > 40 || town.contains(",") || town.contains("\n")) {
            throw new BadSegments(line, Fault.CITY, "the city is not a name");
        }
        int number = segment(line, segment.strip());
        return new SegmentRange(number, number, new SegmentPlace(whose, where, town));
    }

    private static int segment(int line, String text) {
        if (!text.matches("1[3-9]\\d{5}")) {
            throw new BadSegments(
                    line, Fault.SEGMENT, shown(text) + " is not a segment of seven digits that begins with 13 to 19");
        }
        return Integer.parseInt(text);
    }

    private static String shown(String text) {
        return "'" + (text.length() > 20 ? text.substring(0, 20) + "…" : text).replaceAll("\\p{Cntrl}", " ") + "'";
    }
}
