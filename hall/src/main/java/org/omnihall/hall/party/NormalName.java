package org.omnihall.hall.party;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names as they are compared: width, case, blanks and signs are taken away, and from companies the words of the legal form at the end, so
 * that a name that two clerks wrote differently is found to be one.
 */
final class NormalName {

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LEGAL_FORM = Pattern.compile(
            "(?:股份有限公司|有限责任公司|有限公司|集团公司|公司|集团|colimited|coltd|limited|ltd|incorporated|inc|corporation|corp|llc)$");

    private NormalName() {}

    static String ofPerson(String name) {
        return SIGNS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }

    static String ofCompany(String name) {
        String plain = ofPerson(name);
        String core = LEGAL_FORM.matcher(plain).replaceFirst("");
        return core.isEmpty() ? plain : core;
    }
}
