package org.omnihall.hall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The forms and links of a page of ours, as a browser would send and follow them. */
final class Forms {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(input|textarea|button|select)\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern BUTTON = Pattern.compile("<button\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\"(\\w+)\":\"([^\"]*)\"");
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("<a\\b([^>]*)>", Pattern.DOTALL);

    /**
     * One form.
     *
     * @param upload the field that takes a file
     * @param fields with what stands in them; the token of the session is left out
     */
    record Form(String method, String action, Optional<String> upload, Map<String, String> fields) {

        Form with(String field, String value) {
            Map<String, String> changed = new LinkedHashMap<>(fields);
            changed.put(field, value);
            return new Form(method, action, upload, changed);
        }

        /** What makes it another form than another: the address is given by its pattern. */
        String kind(String pattern) {
            return method + " " + pattern + " " + fields.keySet();
        }
    }

    private Forms() {}

    static List<Form> in(String page) {
        Stream<Form> forms = FORM.matcher(page).results().map(found -> form(found.group(1), found.group(2)));
        Stream<Form> buttons = BUTTON.matcher(page)
                .results()
                .flatMap(found -> attribute(found.group(1), "hx-post").map(to -> button(to, found.group(1))).stream());
        return Stream.concat(forms, buttons).toList();
    }

    static List<String> links(String page) {
        return LINK.matcher(page)
                .results()
                .flatMap(found -> attribute(found.group(1), "href").stream())
                .filter(href -> href.startsWith("/"))
                .toList();
    }

    private static Form form(String attributes, String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> uploads = new ArrayList<>();
        for (MatchResult found : FIELD.matcher(body).results().toList()) {
            Optional<String> name = attribute(found.group(2), "name").filter(field -> !field.equals("_csrf"));
            if (attribute(found.group(2), "type").filter("file"::equals).isPresent()) {
                name.ifPresent(uploads::add);
            } else {
                name.ifPresent(field -> fields.put(field, value(found, body)));
            }
        }
        return new Form(
                attribute(attributes, "method").orElse(attributes.contains("hx-post") ? "post" : "get"),
                attribute(attributes, "action")
                        .orElseGet(() -> attribute(attributes, "hx-post").orElse("")),
                uploads.stream().findFirst(),
                fields);
    }

    /** A button that posts by htmx, with the values that it names. */
    private static Form button(String action, String attributes) {
        Map<String, String> fields = new LinkedHashMap<>();
        VALUE.matcher(attributes).results().forEach(value -> fields.put(value.group(1), value.group(2)));
        return new Form("post", action, Optional.empty(), fields);
    }

    private static String value(MatchResult field, String body) {
        if (!field.group(1).equals("select")) {
            return attribute(field.group(2), "value").orElse("");
        }
        String options = body.substring(field.end(), body.indexOf("</select>", field.end()));
        Stream<String> chosen = OPTION.matcher(options)
                .results()
                .map(MatchResult::group)
                .sorted((one, other) -> Boolean.compare(other.contains(" selected"), one.contains(" selected")));
        return chosen.findFirst().flatMap(option -> attribute(option, "value")).orElse("");
    }

    private static Optional<String> attribute(String tag, String name) {
        return Pattern.compile("\\b" + name + "=\"([^\"]*)\"")
                .matcher(tag)
                .results()
                .map(found -> unescaped(found.group(1)))
                .findFirst();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
