package org.omnihall.hall.shell;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every template has at hand, under the name {@code s}: words, the caller, the address, time as the operator reads it.
 *
 * @param caller nobody on the sign-in page
 * @param path the address without its query
 * @param query the first value of each parameter of the address
 */
public record Screen(
        Words words,
        Optional<Caller> caller,
        String path,
        Map<String, String> query,
        Csrf csrf,
        Optional<Flash> flash,
        Frame frame) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** The token without which a change is refused. */
    public record Csrf(String parameter, String header, String token) {}

    /** What all pages of this process share. */
    public record Frame(
            List<NavigationEntry> navigation, Assets assets, Passes passes, ZoneId zone, String operatorName) {}

    /** The text of a key. */
    public String get(String key, Object... arguments) {
        return words.get(key, arguments);
    }

    /** The text of an enum's case. */
    public String of(String prefix, Enum<?> value) {
        return words.of(prefix, value);
    }

    /** The cases of an enum as the options of a choice; the first option is none, with this text, where there is a key for it. */
    public Map<String, String> choices(String noneKey, String prefix, Enum<?>... cases) {
        Map<String, String> options = new LinkedHashMap<>();
        if (!noneKey.isEmpty()) {
            options.put("", get(noneKey));
        }
        for (Enum<?> one : cases) {
            options.put(one.name(), of(prefix, one));
        }
        return options;
    }

    /** What is wrong with a field of a form, in words; empty where nothing is. */
    public String fault(Typed form, String field) {
        return form.fault(field).isEmpty() ? "" : get(form.fault(field));
    }

    public boolean may(Right right) {
        return caller.map(him -> him.may(right)).orElse(false);
    }

    /** The caller's pass for a thing that this page shows, such as {@code subscriber:17}; empty for nobody. */
    public String pass(String thing) {
        return caller.map(him -> frame.passes().of(him, thing)).orElse("");
    }

    /** A time in the operator's zone, to the second. */
    public String time(Instant at) {
        return TIME.format(at.atZone(frame.zone()));
    }

    /** A number with its thousands set apart. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(words.locale()).format(value);
    }

    /** The value of a parameter of the address, empty where there is none. */
    public String query(String name) {
        return query.getOrDefault(name, "");
    }

    /** This address with one parameter changed, or taken away where the value is empty. */
    public String with(String name, String value) {
        return elsewhere(path, name, value);
    }

    /** Another address with this one's parameters, and one of them changed. */
    public String elsewhere(String otherPath, String name, String value) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(otherPath);
        query.forEach((key, old) -> {
            if (!key.equals(name) && !old.isEmpty()) {
                address.queryParam(key, "{" + key + "}");
            }
        });
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}");
        }
        return address.encode().buildAndExpand(values(name, value)).toUriString();
    }

    /** Another address with one parameter. */
    public String link(String otherPath, String name, String value) {
        return UriComponentsBuilder.fromPath(otherPath)
                .queryParam(name, "{" + name + "}")
                .encode()
                .buildAndExpand(Map.of(name, value))
                .toUriString();
    }

    /** The address of a static file, with its version in it. */
    public String asset(String file) {
        return frame.assets().address(file);
    }

    /** The address of an icon of our sprite. */
    public String icon(String name) {
        return frame.assets().icon(name);
    }

    /** The groups of the side bar that hold a line for this caller. */
    public List<NavigationEntry.Group> groups() {
        return List.of(NavigationEntry.Group.values()).stream()
                .filter(group -> !lines(group).isEmpty())
                .toList();
    }

    /** The lines of a group that this caller may follow. */
    public List<NavigationEntry> lines(NavigationEntry.Group group) {
        return frame.navigation().stream()
                .filter(entry -> entry.group() == group && may(entry.right()))
                .toList();
    }

    private Map<String, Object> values(String name, String value) {
        Map<String, Object> values = new HashMap<>(query);
        values.put(name, value);
        return values;
    }
}
