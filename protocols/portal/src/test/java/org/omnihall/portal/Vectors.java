package org.omnihall.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads vector files: lines of a word and its text, one vector per block. */
final class Vectors {

    /** One line. */
    record Line(String word, String text) {}

    private Vectors() {}

    /** The blocks between empty lines, comments left out. */
    static List<List<Line>> blocks(String file) {
        List<List<Line>> blocks = new ArrayList<>();
        for (String block : read(file).split("\n\n", -1)) {
            List<Line> lines = block.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Vectors::line)
                    .toList();
            if (!lines.isEmpty()) {
                blocks.add(lines);
            }
        }
        return blocks;
    }

    private static Line line(String line) {
        int space = line.indexOf(' ');
        return space < 0
                ? new Line(line, "")
                : new Line(line.substring(0, space), line.substring(space + 1).strip());
    }

    private static String read(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
