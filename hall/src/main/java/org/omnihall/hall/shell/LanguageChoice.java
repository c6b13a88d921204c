package org.omnihall.hall.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** Which language a request wants: {@code ?lang=}, else the cookie of an earlier choice, else Accept-Language. */
final class LanguageChoice implements LocaleResolver {

    static final String PARAMETER = "lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return ours(request.getParameter(PARAMETER))
                .or(() -> Optional.ofNullable(WebUtils.getCookie(request, PARAMETER))
                        .map(Cookie::getValue)
                        .flatMap(LanguageChoice::ours))
                .orElseGet(() -> accepted(request));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(locale, request.isSecure()));
        }
    }

    private static String cookie(Locale locale, boolean secure) {
        return ResponseCookie.from(PARAMETER, locale.getLanguage())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .secure(secure)
                .sameSite("Lax")
                .httpOnly(true)
                .build()
                .toString();
    }

    static Optional<Locale> ours(@Nullable String tag) {
        return Languages.ALL.stream()
                .filter(locale -> locale.getLanguage().equals(tag))
                .findFirst();
    }

    private static Locale accepted(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null || header.length() > 200) {
            return Languages.ALL.getFirst();
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), List.of(Locale.CHINESE, Locale.ENGLISH));
            return best == null
                    ? Languages.ALL.getFirst()
                    : ours(best.getLanguage()).orElseThrow();
        } catch (IllegalArgumentException unreadable) {
            return Languages.ALL.getFirst();
        }
    }
}
