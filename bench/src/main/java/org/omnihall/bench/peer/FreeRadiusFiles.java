package org.omnihall.bench.peer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The directory of a {@link FreeRadius}: its configuration, and what it said. */
final class FreeRadiusFiles {

    /** Two keep this machine busy when nothing is waited for. */
    private static final int THREADS_OF_FILE = 2;

    /** Most of these wait for PostgreSQL. */
    private static final int THREADS_OF_DATABASE = 8;

    private static final int LAST_LINES = 12;

    /** What means nothing to any of the languages that it is written into. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/-]+");

    private FreeRadiusFiles() {}

    static void write(FreeRadius.Settings settings, Path directory) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("directory", plain(directory.toString()));
        values.put("address", plain(settings.address().getHostAddress()));
        values.put("authentication_port", Integer.toString(settings.authenticationPort()));
        values.put("accounting_port", Integer.toString(settings.accountingPort()));
        values.put("secret", plain(settings.secret()));
        switch (settings.users()) {
            case FreeRadius.Users.InFile(long subscribers, String password) -> {
                values.put("users", "files");
                values.put("threads", Integer.toString(THREADS_OF_FILE));
                writeUsers(directory.resolve("users"), subscribers, plain(password));
            }
            case FreeRadius.Users.InDatabase database -> {
                values.put("users", "sql");
                values.put("threads", Integer.toString(THREADS_OF_DATABASE));
                values.put("database", connection(database));
            }
        }
        for (String file : List.of("radiusd.conf", values.get("users") + ".conf")) {
            Files.writeString(directory.resolve(file), resource(file));
        }
        Files.writeString(
                directory.resolve("settings.conf"),
                values.entrySet().stream()
                        .map(value -> "%s = \"%s\"%n".formatted(value.getKey(), value.getValue()))
                        .collect(Collectors.joining()));
    }

    /** As libpq reads it; the driver hands it on as it is. */
    private static String connection(FreeRadius.Users.InDatabase database) {
        return "host=%s port=%d dbname=%s user=%s password=%s options=-csearch_path=freeradius application_name=freeradius"
                .formatted(
                        plain(database.host()),
                        database.port(),
                        plain(database.name()),
                        plain(database.user()),
                        plain(database.password()));
    }

    private static void writeUsers(Path file, long subscribers, String password) throws IOException {
        String entry = " Cleartext-Password := \"%s\"\n\t%s\n\n"
                .formatted(
                        password,
                        FreeRadiusTables.REPLY.entrySet().stream()
                                .map(item -> item.getKey() + " := " + item.getValue())
                                .collect(Collectors.joining(", ")));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long i = 0; i < subscribers; i++) {
                out.append("bench").append(Long.toString(i)).append(entry);
            }
        }
    }

    static String plain(String value) {
        if (!PLAIN.matcher(value).matches()) {
            throw new IllegalArgumentException("letters, digits and . _ : / - only");
        }
        return value;
    }

    static String resource(String name) throws IOException {
        try (InputStream in = new ClassPathResource("freeradius/" + name).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The end of what it printed and logged. */
    static String lastWords(Path directory) throws IOException {
        List<String> said = new ArrayList<>();
        for (String file : List.of("output", "radius.log")) {
            Path path = directory.resolve(file);
            if (Files.exists(path)) {
                said.addAll(Files.readAllLines(path, StandardCharsets.ISO_8859_1));
            }
        }
        return String.join("\n", said.subList(Math.max(0, said.size() - LAST_LINES), said.size()));
    }
}
