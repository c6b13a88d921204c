package org.omnihall.hall.access.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.attempt.Language;
import org.omnihall.hall.shell.Languages;
import org.omnihall.hall.shell.ShellSettings;
import org.omnihall.octets.Octets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Draws the login pages: whole in one answer, with their style inside, so that nothing else must be reachable before the login. No cookie, no
 * store, no script; what a browser may load is pinned by the page's policy.
 */
@Component
class LoginPages {

    private static final int MOST_POLICIES = 2000;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            Path.of("."), ContentType.Html, LoginPages.class.getClassLoader(), "org.omnihall.pages");
    private final Languages languages;
    private final String operator;
    private final String css;
    private final Cache<String, String> policies =
            Caffeine.newBuilder().maximumSize(MOST_POLICIES).build();

    LoginPages(Languages languages, ShellSettings settings) throws IOException {
        this.languages = languages;
        this.operator = settings.operatorName();
        try (InputStream in = new ClassPathResource("login/login.css").getInputStream()) {
            this.css = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** What a browser may load for a page with this style: nothing else than it and pictures of ours. */
    private String policy(String style) {
        return policies.get(
                style,
                text -> "default-src 'none'; style-src 'sha256-" + digest(text)
                        + "'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    /** The same for a page that is only looked at, inside a page of the console's origin. */
    String previewPolicy(String style) {
        return "default-src 'none'; style-src 'sha256-" + digest(style)
                + "'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";
    }

    Sheet sheet(Language language, String path, Optional<Say> say) {
        return new Sheet(
                languages.in(language.locale()),
                language,
                css,
                path,
                operator,
                say.map(said -> languages.in(language.locale()).get(said.word())),
                Optional.empty(),
                Optional.empty());
    }

    void draw(HttpServletResponse response, HttpStatus status, String template, Sheet sheet, Map<String, ?> more)
            throws IOException {
        Utf8ByteOutput page = drawn(template, sheet, more);
        headers(response, policy(sheet.css()));
        response.setStatus(status.value());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.getContentLength());
        page.writeTo(response.getOutputStream());
    }

    Utf8ByteOutput drawn(String template, Sheet sheet, Map<String, ?> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("s", sheet);
        Utf8ByteOutput page = new Utf8ByteOutput();
        templates.render("login/" + template + ".jte", parameters, page);
        return page;
    }

    /** On every answer of the pages' origin (rule 4). */
    void headers(HttpServletResponse response) {
        headers(response, policy(css));
    }

    private static void headers(HttpServletResponse response, String policy) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    private static String digest(String text) {
        return Base64.getEncoder().encodeToString(Octets.ofText(text).sha256().toBytes());
    }
}
