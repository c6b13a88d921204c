package org.omnihall.hall.messaging.smpp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.omnihall.octets.Octets;

/**
 * A text cut into what single short messages hold (3GPP TS 23.040 section 9.2.3.24.1): one of 70 UCS-2 characters or 160 plain ones; longer
 * texts in parts of 67 or 153 behind a user data header of six octets.
 */
record Segments(byte dataCoding, boolean withHeader, List<Octets> parts) {

    static final byte DEFAULT_ALPHABET = 0;
    static final byte UCS2 = 8;

    private static final int MOST_PARTS = 255;
    /** The part of ASCII that has the same values in the default alphabet of GSM 03.38 and takes one septet. */
    private static final String SAME_IN_GSM = "[ !\"#%&'()*+,\\-./0-9:;<=>?A-Za-z\\n\\r]*";

    static Segments of(String text, int reference) {
        boolean plain = text.matches(SAME_IN_GSM);
        Charset charset = plain ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16BE;
        byte coding = plain ? DEFAULT_ALPHABET : UCS2;
        if (text.length() <= (plain ? 160 : 70)) {
            return new Segments(coding, false, List.of(Octets.of(text.getBytes(charset))));
        }
        List<String> pieces = cut(text, plain ? 153 : 67);
        if (pieces.size() > MOST_PARTS) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters needs over 255 parts");
        }
        List<Octets> parts = new ArrayList<>();
        for (String piece : pieces) {
            Octets header = Octets.of(
                    (byte) 5, (byte) 0, (byte) 3, (byte) reference, (byte) pieces.size(), (byte) (parts.size() + 1));
            parts.add(header.plus(Octets.of(piece.getBytes(charset))));
        }
        return new Segments(coding, true, List.copyOf(parts));
    }

    /** Pieces of at most so many characters; a surrogate pair stays together. */
    private static List<String> cut(String text, int most) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(from + most, text.length());
            if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
                to--;
            }
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
