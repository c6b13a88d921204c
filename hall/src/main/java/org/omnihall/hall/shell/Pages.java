package org.omnihall.hall.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Draws pages. A controller gives back {@code pages.html("party/areas", Map.of("areas", areas))}; the template {@code
 * hall/src/main/jte/party/areas.jte} declares {@code Screen s} and {@code List<Area> areas} among its parameters, and puts itself into {@code
 * shell/layout.jte}. htmx picks the part it needs out of the whole page ({@code hx-select}), so a page has one template.
 */
@Component
public class Pages {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            java.nio.file.Path.of("."), ContentType.Html, Pages.class.getClassLoader(), "org.omnihall.pages");
    private final Languages languages;
    private final Screen.Frame frame;

    Pages(Languages languages, List<NavigationEntry> navigation, Assets assets, Passes passes, ShellSettings settings) {
        this.languages = languages;
        List<NavigationEntry> sorted = navigation.stream()
                .sorted(Comparator.comparing(NavigationEntry::group).thenComparingInt(NavigationEntry::order))
                .toList();
        this.frame = new Screen.Frame(sorted, assets, passes, settings.zone(), settings.operatorName());
    }

    /** A page of this template with these parameters. */
    public View html(String template, Map<String, ?> parameters) {
        return new Drawing(template, Map.copyOf(parameters));
    }

    /** Draws a page into an answer outside of a controller. */
    void draw(String template, Map<String, ?> parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("s", screen(request));
        Utf8ByteOutput page = new Utf8ByteOutput();
        templates.render(template + ".jte", all, page);
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setContentLength(page.getContentLength());
        page.writeTo(response.getOutputStream());
    }

    private Screen screen(HttpServletRequest request) {
        Map<String, String> query = new HashMap<>();
        if (request.getQueryString() != null) {
            request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
        }
        query.remove(LanguageChoice.PARAMETER);
        return new Screen(
                languages.in(RequestContextUtils.getLocale(request)),
                caller(),
                request.getRequestURI(),
                Map.copyOf(query),
                csrf(request),
                flash(request),
                frame);
    }

    private static Optional<Caller> caller() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && signedIn.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    private static Screen.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Screen.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken())
                : new Screen.Csrf("", "", "");
    }

    private static Optional<Flash> flash(HttpServletRequest request) {
        Map<String, ?> flashes = RequestContextUtils.getInputFlashMap(request);
        return flashes != null && flashes.get(Flash.ATTRIBUTE) instanceof Flash flash
                ? Optional.of(flash)
                : Optional.empty();
    }

    private final class Drawing implements View {

        private final String template;
        private final Map<String, ?> parameters;

        Drawing(String template, Map<String, ?> parameters) {
            this.template = template;
            this.parameters = parameters;
        }

        @Override
        @SuppressWarnings("NullAway")
        public void render(
                @org.jspecify.annotations.Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            draw(template, parameters, request, response);
        }
    }
}
