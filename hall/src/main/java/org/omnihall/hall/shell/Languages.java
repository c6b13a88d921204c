package org.omnihall.hall.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The languages we speak, with all texts of {@code words/MODULE_LANGUAGE.properties}. */
@Component
public class Languages {

    /** The first is spoken to those who ask for none of ours. */
    static final List<Locale> ALL = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final Map<String, Words> words = new HashMap<>();

    Languages() throws IOException {
        for (Locale locale : ALL) {
            words.put(locale.getLanguage(), read(locale));
        }
    }

    /** The words for a reader who asks for this language. */
    public Words in(Locale asked) {
        Words ours = words.get(asked.getLanguage());
        return ours != null ? ours : in(ALL.getFirst());
    }

    private static Words read(Locale locale) throws IOException {
        Map<String, String> texts = new HashMap<>();
        String pattern = "classpath*:words/*_" + locale.getLanguage() + ".properties";
        for (Resource bundle : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            read(bundle).forEach((key, text) -> texts.put(key.toString(), text.toString()));
        }
        return new Words(locale, texts);
    }

    private static Properties read(Resource bundle) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(bundle.getDescription(), unreadable);
        }
        return properties;
    }
}
