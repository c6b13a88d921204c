package org.omnihall.bench.phone;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the mini-browser shows. */
public record Page(URI address, int status, HttpHeaders headers, String html) {

    private static final Pattern REFRESH =
            Pattern.compile("(\\d+)\\s*(?:;\\s*url=['\"]?([^'\"]+)['\"]?)?", Pattern.CASE_INSENSITIVE);

    /** A page that asks to be replaced after a while. */
    public record Refresh(Duration after, URI to) {}

    public Document document() {
        return Jsoup.parse(html, address.toString());
    }

    /** The form that has a field of this name. */
    public Optional<Form> formWith(String field) {
        return document().select("form").stream()
                .filter(form -> !form.select("[name=" + field + "]").isEmpty())
                .findFirst()
                .map(form -> Form.of(this, form));
    }

    /** The form whose action ends so. */
    public Optional<Form> formTo(String end) {
        return document().select("form").stream()
                .filter(form -> form.attr("action").endsWith(end))
                .findFirst()
                .map(form -> Form.of(this, form));
    }

    public Optional<Refresh> refresh() {
        return Optional.ofNullable(document().selectFirst("meta[http-equiv=refresh]"))
                .map(meta -> meta.attr("content"))
                .map(REFRESH::matcher)
                .filter(Matcher::matches)
                .map(found -> new Refresh(
                        Duration.ofSeconds(Long.parseLong(found.group(1))),
                        found.group(2) == null ? address : address.resolve(found.group(2))));
    }

    /** The value of the attribute {@code data-page} of the page's body: its kind, for machines. */
    public String kind() {
        Element body = document().body();
        return body.attr("data-page");
    }

    public String text() {
        return document().text();
    }
}
