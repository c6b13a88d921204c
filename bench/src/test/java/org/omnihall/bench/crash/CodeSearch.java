package org.omnihall.bench.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for known codes in everything that a hall leaves behind (access rule 5): as digits in one or two octets a character, and as the
 * plain digests that anybody could turn back. Six digits may stand somewhere by accident, so a place counts when two codes stand there.
 */
final class CodeSearch {

    private static final int DIGITS = 6;
    private static final List<String> DIGESTS = List.of("MD5", "SHA-1", "SHA-256");

    private final Set<String> codes;
    private final Map<String, String> digests = new TreeMap<>();
    private final Map<String, Set<String>> found = new TreeMap<>();

    CodeSearch(Set<String> codes) {
        this.codes = Set.copyOf(codes);
        codes.forEach(code -> DIGESTS.forEach(name -> {
            byte[] digest = digest(name, code);
            digests.put(HexFormat.of().formatHex(digest), code);
            digests.put(new String(digest, StandardCharsets.ISO_8859_1), code);
        }));
    }

    /** The places with the codes that stand there. */
    Map<String, Set<String>> found() {
        return Map.copyOf(found);
    }

    Set<String> leaks() {
        return found.entrySet().stream()
                .filter(place -> place.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every value of every table, column by column. */
    void tables(DataSource database) {
        JdbcClient db = JdbcClient.create(database);
        db.sql("select format('%I.%I', schemaname, tablename) from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema')")
                .query((row, n) -> row.getString(1))
                .list()
                .forEach(table -> db.sql("select * from " + table).query((ResultSet row) -> columns(table, row)));
    }

    private void columns(String table, ResultSet row) throws SQLException {
        ResultSetMetaData types = row.getMetaData();
        for (int i = 1; i <= types.getColumnCount(); i++) {
            String place = table + "." + types.getColumnName(i);
            switch (types.getColumnTypeName(i)) {
                case "timestamptz" -> {} // its microseconds are six digits
                case "bytea" -> octets(place, row.getBytes(i));
                default -> {
                    String text = row.getString(i);
                    if (text != null) {
                        octets(place, text.getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    /**
     * Every file in the hall's directory as it is on the disk, PostgreSQL's data and its log of changes among them, but for its programs.
     *
     * @param part a folder in it; empty for all
     */
    void files(Path home, String part) throws IOException {
        try (Stream<Path> all = Files.walk(home.resolve(part))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String place = home.relativize(file).toString();
                if (!place.startsWith("postgres/postgres-")) {
                    file(place.contains("pg_wal/") ? "pg_wal" : place, file);
                }
            }
        }
    }

    void file(String place, Path file) throws IOException {
        try {
            octets(place, Files.readAllBytes(file));
        } catch (NoSuchFileException gone) {
            System.out.println(place + " went while it was looked for");
        }
    }

    void octets(String place, byte @org.jspecify.annotations.Nullable [] octets) {
        if (octets == null) {
            return;
        }
        digits(place, octets, 1);
        digits(place, octets, 2);
        String characters = new String(octets, StandardCharsets.ISO_8859_1);
        digests.forEach((digest, code) -> {
            if (characters.contains(digest)) {
                note(place, code);
            }
        });
    }

    /** Exactly six digits in a row, each in so many octets. */
    private void digits(String place, byte[] octets, int width) {
        int run = 0;
        for (int phase = 0; phase < width; phase++) {
            for (int at = phase; at < octets.length + width; at += width) {
                if (at < octets.length && isDigit(octets, at, width)) {
                    run++;
                    continue;
                }
                if (run == DIGITS) {
                    note(place, read(octets, at - DIGITS * width, width));
                }
                run = 0;
            }
        }
    }

    private static boolean isDigit(byte[] octets, int at, int width) {
        return octets[at] >= '0'
                && octets[at] <= '9'
                && (width == 1 || (at + 1 < octets.length && octets[at + 1] == 0) || (at > 0 && octets[at - 1] == 0));
    }

    private static String read(byte[] octets, int from, int width) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < DIGITS; i++) {
            code.append((char) octets[from + i * width]);
        }
        return code.toString();
    }

    private void note(String place, String code) {
        if (codes.contains(code)) {
            found.computeIfAbsent(place, none -> new TreeSet<>()).add(code);
        }
    }

    private static byte[] digest(String name, String code) {
        try {
            return MessageDigest.getInstance(name).digest(code.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
