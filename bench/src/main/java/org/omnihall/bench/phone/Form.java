package org.omnihall.bench.phone;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** A form with what is filled in. */
public record Form(URI action, Map<String, String> fields) {

    public Form {
        fields = Map.copyOf(fields);
    }

    static Form of(Page page, Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : form.select("input[name]")) {
            boolean unticked = input.attr("type").equals("checkbox") && !input.hasAttr("checked");
            if (!unticked) {
                fields.put(input.attr("name"), input.attr("value"));
            }
        }
        String action = form.attr("action");
        return new Form(action.isEmpty() ? page.address() : page.address().resolve(action), fields);
    }

    public Form fill(String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Form(action, more);
    }

    /** The form as it is posted. */
    String body() {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
