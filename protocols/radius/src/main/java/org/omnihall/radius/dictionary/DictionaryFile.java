package org.omnihall.radius.dictionary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omnihall.radius.AttributeType;

/**
 * One vendor's attributes as a text file: {@code vendor NUMBER NAME} first, then {@code NUMBER NAME TYPE [tagged] [secret]}, below each
 * its named values indented as {@code NUMBER NAME}; {@code #} starts a comment line.
 */
record DictionaryFile(int vendor, String vendorName, List<Definition> definitions) {

    static DictionaryFile load(String name) {
        try (InputStream in = DictionaryFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no such dictionary: " + name);
            }
            return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("dictionary " + name, unreadable);
        }
    }

    static DictionaryFile parse(List<String> text) {
        List<String> lines =
                text.stream().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        String[] head = words(lines.getFirst(), 3);
        int vendor = Integer.parseInt(head[1]);
        List<Definition> definitions = new ArrayList<>();
        for (int i = 1; i < lines.size(); ) {
            int end = i + 1;
            while (end < lines.size() && lines.get(end).startsWith(" ")) {
                end++;
            }
            definitions.add(definition(vendor, lines.get(i), lines.subList(i + 1, end)));
            i = end;
        }
        return new DictionaryFile(vendor, head[2], List.copyOf(definitions));
    }

    private static Definition definition(int vendor, String line, List<String> values) {
        String[] words = words(line, 3);
        Map<Long, String> names = new HashMap<>();
        for (String value : values) {
            String[] pair = words(value, 2);
            names.put(Long.parseLong(pair[0]), pair[1]);
        }
        List<String> marks = List.of(words).subList(3, words.length);
        return new Definition(
                new AttributeType(vendor, Integer.parseInt(words[0])),
                words[1],
                ValueType.valueOf(words[2].toUpperCase(Locale.ROOT)),
                marks.contains("tagged"),
                marks.contains("secret"),
                names);
    }

    private static String[] words(String line, int least) {
        String[] words = line.strip().split(" +", -1);
        if (words.length < least) {
            throw new IllegalArgumentException("dictionary line has fewer than " + least + " words: " + line);
        }
        return words;
    }
}
