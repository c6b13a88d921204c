package org.omnihall.hall.access.attempt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kind of device a User-Agent speaks of, for the funnel's reports; never a reason to allow or refuse anything. */
public enum PhoneKind {
    IOS,
    ANDROID,
    HARMONY,
    WINDOWS,
    MAC,
    OTHER;

    private static final int LONGEST = 512;

    private record Sign(String text, PhoneKind kind) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign("openharmony", HARMONY),
            new Sign("harmonyos", HARMONY),
            new Sign("iphone", IOS),
            new Sign("ipad", IOS),
            new Sign("android", ANDROID),
            new Sign("windows", WINDOWS),
            new Sign("captivenetworksupport", IOS),
            new Sign("macintosh", MAC));

    public static PhoneKind of(Optional<String> userAgent) {
        String header = userAgent.orElse("");
        String text = header.substring(0, Math.min(header.length(), LONGEST)).toLowerCase(Locale.ROOT);
        return SIGNS.stream()
                .filter(sign -> text.contains(sign.text()))
                .map(Sign::kind)
                .findFirst()
                .orElse(OTHER);
    }
}
