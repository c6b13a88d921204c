package org.omnihall.hall.shell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which part of a list is asked for. A page begins after the last row of the one before it (a keyset), so the thousandth page costs as
 * much as the first; the trail of earlier cursors travels in the address, so that one can walk back.
 *
 * @param size rows on a page
 * @param trail the cursors walked through, the current last; empty on the first page
 */
public record Paging(int size, List<String> trail) {

    /** The query parameter that carries the trail. */
    public static final String PARAMETER = "trail";

    private static final int LONGEST_TRAIL = 50;
    private static final int SIZE = 50;

    public Paging {
        trail = List.copyOf(trail);
    }

    /** The first page of a list. */
    public static Paging first() {
        return new Paging(SIZE, List.of());
    }

    /** Reads the trail out of the address; what is not one is the first page. */
    public static Paging parse(String trail) {
        List<String> cursors = trail.isEmpty() ? List.of() : List.of(trail.split("\\.", -1));
        boolean sound = cursors.size() <= LONGEST_TRAIL && cursors.stream().allMatch(Paging::isSound);
        return sound ? new Paging(SIZE, cursors) : first();
    }

    /** What the cursor of this page says, field by field as {@link #slice} was given it; empty on the first page. */
    public Optional<List<String>> after() {
        return trail.isEmpty() ? Optional.empty() : Optional.of(decode(trail.getLast()));
    }

    /** How many rows the query should ask for: one more than a page, to know whether there is another. */
    public int limit() {
        return size + 1;
    }

    /** Cuts what the query gave to a page. The cursor of a row is the values of the columns that the query orders by. */
    public <T> Slice<T> slice(List<T> rows, Function<T, List<String>> cursor) {
        if (rows.size() <= size) {
            return new Slice<>(rows, previous(), Optional.empty());
        }
        List<T> page = rows.subList(0, size);
        List<String> next = new ArrayList<>(trail);
        next.add(encode(cursor.apply(page.getLast())));
        if (next.size() > LONGEST_TRAIL) {
            next.removeFirst();
        }
        return new Slice<>(page, previous(), Optional.of(String.join(".", next)));
    }

    private Optional<String> previous() {
        return trail.isEmpty() ? Optional.empty() : Optional.of(String.join(".", trail.subList(0, trail.size() - 1)));
    }

    private static String encode(List<String> fields) {
        byte[] text = String.join("\u001f", fields).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static List<String> decode(String cursor) {
        return List.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\u001f", -1));
    }

    private static boolean isSound(String cursor) {
        return cursor.matches("[A-Za-z0-9_-]{1,200}") && cursor.length() % 4 != 1;
    }
}
