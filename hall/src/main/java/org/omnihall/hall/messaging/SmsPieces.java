package org.omnihall.hall.messaging;

import java.util.ArrayList;
import java.util.List;

/**
 * A text cut into what single short messages hold (3GPP TS 23.040 section 9.2.3.24.1): one of 70 UCS-2 characters or 160 plain ones; longer
 * texts in pieces of 67 or 153, because of the header that joins them.
 *
 * @param plain whether all of its characters are in the default alphabet
 */
public record SmsPieces(boolean plain, List<String> pieces) {

    private static final int ONE_PLAIN = 160;
    private static final int ONE_OTHER = 70;
    private static final int PIECE_PLAIN = 153;
    private static final int PIECE_OTHER = 67;

    /** The part of ASCII that has the same values in the default alphabet of GSM 03.38 and takes one septet. */
    private static final String SAME_IN_GSM = "[ !\"#%&'()*+,\\-./0-9:;<=>?A-Za-z\\n\\r]*";

    public SmsPieces {
        pieces = List.copyOf(pieces);
    }

    public static SmsPieces of(String text) {
        boolean plain = text.matches(SAME_IN_GSM);
        boolean single = text.length() <= (plain ? ONE_PLAIN : ONE_OTHER);
        return new SmsPieces(plain, single ? List.of(text) : cut(text, plain ? PIECE_PLAIN : PIECE_OTHER));
    }

    /** How many short messages it takes. */
    public int count() {
        return pieces.size();
    }

    /** How many characters it has, as the network counts them. */
    public int characters() {
        return pieces.stream().mapToInt(String::length).sum();
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
