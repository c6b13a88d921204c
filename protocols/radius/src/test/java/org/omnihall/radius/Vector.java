package org.omnihall.radius;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.octets.Octets;

/** One block of a file in {@code /vectors}: a comment that names it, then lines of a key and a value; {@code -} stands for nothing. */
public record Vector(String title, Map<String, String> fields) {

    public static List<Vector> read(String name) {
        List<Vector> vectors = new ArrayList<>();
        for (String block : text(name).split("\n\n", -1)) {
            List<String> lines = block.strip().lines().toList();
            Map<String, String> fields = new LinkedHashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                int space = line.indexOf(' ');
                fields.put(line.substring(0, space), line.substring(space + 1));
            }
            vectors.add(new Vector(lines.getFirst().substring(2), fields));
        }
        return vectors;
    }

    private static String text(String name) {
        try (InputStream in = Vector.class.getResourceAsStream("/vectors/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no such vectors: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(fields.get(key)).map(v -> v.equals("-") ? "" : v);
    }

    public String get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException(title + " has no " + key));
    }

    public Octets octets(String key) {
        return Octets.ofHex(get(key));
    }

    public Packet packet(String key) {
        return Packet.decode(ByteBuffer.wrap(octets(key).toBytes()));
    }

    @Override
    public String toString() {
        return title;
    }
}
