package org.omnihall.hall.party;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.omnihall.hall.party.BadSegments.Fault;
import org.omnihall.octets.Octets;

/**
 * Reads phone.dat, the table of segments that many Chinese programs share. All numbers are little-endian: four octets of version, four with
 * the offset of the index; records {@code province|city|zip|area code} that end with a zero; then per segment nine octets: segment, offset
 * of its record, kind of card (1 to 3 the three old operators, 4 to 6 virtual ones on them, 7 and 8 Broadnet).
 */
final class PhoneDat {

    private static final int HEADER = 8;
    private static final int ENTRY = 9;
    private static final int LONGEST_RECORD = 200;

    private PhoneDat() {}

    /** Its segments in order; throws {@link BadSegments} with the number of the index entry, and nothing else. */
    static List<SegmentRange> read(Octets file) {
        byte[] octets = file.toBytes();
        ByteBuffer in = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        if (octets.length < HEADER) {
            throw new BadSegments(0, Fault.FILE, "a phone.dat has at least eight octets");
        }
        int index = in.getInt(4);
        if (index < HEADER || index > octets.length || (octets.length - index) % ENTRY != 0) {
            throw new BadSegments(0, Fault.FILE, "the index of the phone.dat lies outside of it or is cut off");
        }
        List<SegmentRange> ranges = new ArrayList<>();
        for (int at = index; at < octets.length; at += ENTRY) {
            int number = ranges.size() + 1;
            String[] names = record(octets, index, in.getInt(at + 4), number).split("\\|", -1);
            if (names.length < 2) {
                throw new BadSegments(number, Fault.FILE, "its record is not province|city|zip|area code");
            }
            String segment = Integer.toString(in.getInt(at));
            ranges.add(SegmentCsv.row(number, segment, operator(in.get(at + 8), number), names[0], names[1]));
        }
        return ranges;
    }

    private static String record(byte[] octets, int index, int from, int number) {
        if (from < HEADER || from >= index) {
            throw new BadSegments(number, Fault.FILE, "its record lies outside of the records");
        }
        int to = from;
        while (to < index && to - from <= LONGEST_RECORD && octets[to] != 0) {
            to++;
        }
        if (to == index || to - from > LONGEST_RECORD) {
            throw new BadSegments(number, Fault.FILE, "its record has no end");
        }
        return new String(octets, from, to - from, StandardCharsets.UTF_8);
    }

    private static String operator(byte card, int number) {
        return switch (card) {
            case 1, 6 -> Operator.CHINA_MOBILE.english();
            case 2, 5 -> Operator.CHINA_UNICOM.english();
            case 3, 4 -> Operator.CHINA_TELECOM.english();
            case 7, 8 -> Operator.CHINA_BROADNET.english();
            default -> throw new BadSegments(number, Fault.FILE, "no operator has the kind of card " + card);
        };
    }
}
