package org.omnihall.hall.access.network;

import java.text.Normalizer;
import java.util.Locale;

/** The one form in which account names are stored and compared: NFC, lower case, without blanks around. */
final class NetworkName {

    static final int LONGEST = 128;

    private NetworkName() {}

    static String of(String typed) {
        return isPlain(typed) // as nearly all are
                ? typed
                : Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String typed) {
        for (int at = 0; at < typed.length(); at++) {
            char c = typed.charAt(at);
            if (c <= ' ' || c >= '\u007f' || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** One to 128 characters, none of them a blank or a control character. */
    static boolean valid(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && name.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    }
}
