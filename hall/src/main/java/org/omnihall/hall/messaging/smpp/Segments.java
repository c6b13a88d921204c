package org.omnihall.hall.messaging.smpp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.omnihall.hall.messaging.SmsPieces;
import org.omnihall.octets.Octets;

/** The parts of a text as they travel, each behind a user data header of six octets where there are several (3GPP TS 23.040 section 9.2.3.24.1). */
record Segments(byte dataCoding, boolean withHeader, List<Octets> parts) {

    static final byte DEFAULT_ALPHABET = 0;
    static final byte UCS2 = 8;

    private static final int MOST_PARTS = 255;

    static Segments of(String text, int reference) {
        SmsPieces cut = SmsPieces.of(text);
        List<String> pieces = cut.pieces();
        Charset charset = cut.plain() ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16BE;
        byte coding = cut.plain() ? DEFAULT_ALPHABET : UCS2;
        if (pieces.size() == 1) {
            return new Segments(coding, false, List.of(Octets.of(text.getBytes(charset))));
        }
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
}
