package org.omnihall.hall.messaging;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The forms in which one message id travels: some SMS centres answer a submission in hexadecimal and write the receipt in decimal, or the
 * other way round, with or without leading zeros (access rule 20).
 */
final class ReceiptIds {

    private static final int LONGEST_NUMBER = 32;

    private ReceiptIds() {}

    /** The one form in which ids are kept: lower case, no leading zeros. */
    static String kept(String id) {
        return id.strip().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
    }

    /** What the id of a receipt may be kept as, the likeliest first: as it is, decimal read as hexadecimal, hexadecimal read as decimal. */
    static List<String> candidates(String receipted) {
        String id = kept(receipted);
        Set<String> forms = new LinkedHashSet<>(List.of(id));
        if (id.length() <= LONGEST_NUMBER && id.matches("[0-9]+")) {
            forms.add(new BigInteger(id).toString(16));
        }
        if (id.length() <= LONGEST_NUMBER && id.matches("[0-9a-f]+")) {
            forms.add(new BigInteger(id, 16).toString());
        }
        return List.copyOf(forms);
    }
}
