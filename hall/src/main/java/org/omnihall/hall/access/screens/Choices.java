package org.omnihall.hall.access.screens;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessProfile;
import org.omnihall.hall.party.Area;
import org.omnihall.hall.shell.Words;

/** The options of a form's choices: value and text, in their order. */
public final class Choices {

    private Choices() {}

    /** The cases of an enum; a case without words is called by its name. */
    public static Map<String, String> of(Words words, String prefix, Enum<?>... cases) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Enum<?> one : cases) {
            options.put(one.name(), words.find(prefix + "." + one.name()).orElse(one.name()));
        }
        return options;
    }

    /** The same with a first option that chooses none. */
    public static Map<String, String> optional(String none, Map<String, String> options) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("", none);
        all.putAll(options);
        return all;
    }

    public static Map<String, String> areas(List<Area> areas) {
        Map<String, String> options = new LinkedHashMap<>();
        areas.forEach(area -> options.put(area.path(), "\u3000".repeat(area.depth()) + area.name()));
        return options;
    }

    public static Map<String, String> controllers(Collection<AccessController> controllers) {
        Map<String, String> options = new LinkedHashMap<>();
        controllers.forEach(controller -> options.put(Long.toString(controller.id()), controller.name()));
        return options;
    }

    public static Map<String, String> profiles(Collection<AccessProfile> profiles) {
        Map<String, String> options = new LinkedHashMap<>();
        profiles.forEach(profile -> options.put(Long.toString(profile.id()), profile.name()));
        return options;
    }

    public static Map<String, String> texts(Collection<String> texts) {
        Map<String, String> options = new LinkedHashMap<>();
        texts.forEach(text -> options.put(text, text));
        return options;
    }
}
