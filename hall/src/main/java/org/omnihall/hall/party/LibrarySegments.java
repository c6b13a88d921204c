package org.omnihall.hall.party;

import com.google.i18n.phonenumbers.PhoneNumberToCarrierMapper;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The number plan as libphonenumber knows it: where a fresh installation starts. It has no city for 195, 199 and other young prefixes,
 * nothing for virtual operators' 162, 165 and 167 in part, and cannot know ported numbers; the operator's own table completes it.
 */
final class LibrarySegments {

    private static final int CHINA = 86;
    private static final long NUMBERS_PER_SEGMENT = 10_000;

    private LibrarySegments() {}

    /** All segments; takes some seconds of one core the first time. */
    static SegmentTable all() {
        return Whole.TABLE;
    }

    /** Read only where somebody wants the whole of it. */
    private static final class Whole {
        static final SegmentTable TABLE = read();
    }

    private static SegmentTable read() {
        List<SegmentRange> ranges = new ArrayList<>();
        for (int segment = SegmentRange.LOWEST; segment <= SegmentRange.HIGHEST; segment++) {
            int here = segment;
            at(segment).ifPresent(place -> ranges.add(new SegmentRange(here, here, place)));
        }
        return SegmentTable.of(ranges);
    }

    static Optional<SegmentPlace> at(int segment) {
        PhoneNumber number = new PhoneNumber().setCountryCode(CHINA).setNationalNumber(segment * NUMBERS_PER_SEGMENT);
        String carrier = PhoneNumberToCarrierMapper.getInstance().getNameForValidNumber(number, Locale.ENGLISH);
        return Operator.named(carrier).map(operator -> place(operator, where(number)));
    }

    private static String where(PhoneNumber number) {
        return PhoneNumberOfflineGeocoder.getInstance().getDescriptionForValidNumber(number, Locale.ENGLISH);
    }

    /** The library writes "Hangzhou, Zhejiang", "Beijing", or "China" where it knows no more. */
    private static SegmentPlace place(Operator operator, String where) {
        int comma = where.lastIndexOf(", ");
        if (comma >= 0) {
            return new SegmentPlace(operator, where.substring(comma + 2), where.substring(0, comma));
        }
        String known = where.equals("China") ? "" : where;
        return new SegmentPlace(operator, known, known);
    }
}
