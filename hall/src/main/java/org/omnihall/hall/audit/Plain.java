package org.omnihall.hall.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a text how Java writes what may be absent: people read the trail. */
final class Plain {

    private static final Pattern MAYBE = Pattern.compile("Optional(?:Int|Long|Double)?(?:\\.empty|\\[)");
    private static final String ABSENT = "-";

    private Plain() {}

    /** {@code Optional[x]} as {@code x}, {@code Optional.empty} as a dash. */
    static String text(String written) {
        StringBuilder plain = new StringBuilder(written);
        Matcher maybe = MAYBE.matcher(plain);
        int from = 0;
        while (maybe.find(from)) {
            from = maybe.start();
            if (maybe.group().endsWith("[")) {
                int end = closing(plain, maybe.end());
                plain.delete(end, Math.min(end + 1, plain.length())).delete(from, maybe.end());
            } else {
                plain.replace(from, maybe.end(), ABSENT);
            }
        }
        return plain.toString();
    }

    /** Where the bracket ends that was opened before; the end of the text where it never does. */
    private static int closing(CharSequence text, int from) {
        int open = 1;
        for (int i = from; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '[' -> open++;
                case ']' -> open--;
                default -> {}
            }
            if (open == 0) {
                return i;
            }
        }
        return text.length();
    }
}
