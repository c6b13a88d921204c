package org.omnihall.radius.dictionary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.omnihall.radius.AttributeType;

/**
 * One vendor's attributes as a text file: {@code vendor NUMBER NAME} first, then {@code NUMBER NAME TYPE [tagged] [secret]}, below each
 * its named values indented as {@code NUMBER NAME}; {@code #} starts a comment line.
 */
record DictionaryFile(int vendor, String vendorName, List<Definition> definitions) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");
    private static final long MOST_VENDOR = 0xff_ffffL;
    private static final long MOST_ATTRIBUTE = 0xff;
    private static final long MOST_VALUE = 0xffff_ffffL;

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
        if (lines.isEmpty()) {
            throw new MalformedDictionary("a dictionary without a line");
        }
        String[] head = words(lines.getFirst(), 3);
        int vendor = (int) number(head[1], MOST_VENDOR, lines.getFirst());
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
            names.put(number(pair[0], MOST_VALUE, value), pair[1]);
        }
        List<String> marks = List.of(words).subList(3, words.length);
        return new Definition(
                new AttributeType(vendor, (int) number(words[0], MOST_ATTRIBUTE, line)),
                words[1],
                type(words[2], line),
                marks.contains("tagged"),
                marks.contains("secret"),
                names);
    }

    private static String[] words(String line, int least) {
        String[] words = line.strip().split(" +", -1);
        if (words.length < least) {
            throw new MalformedDictionary("dictionary line has fewer than " + least + " words: " + line);
        }
        return words;
    }

    private static long number(String word, long most, String line) {
        if (!NUMBER.matcher(word).matches() || Long.parseLong(word) > most) {
            throw new MalformedDictionary("no number from 0 to " + most + ": " + line);
        }
        return Long.parseLong(word);
    }

    private static ValueType type(String word, String line) {
        return EnumSet.allOf(ValueType.class).stream()
                .filter(type -> type.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new MalformedDictionary("no type: " + line));
    }
}
