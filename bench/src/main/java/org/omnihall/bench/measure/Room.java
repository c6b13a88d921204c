package org.omnihall.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The disk that a measurement needs, said before it is taken, and the numbers among a measurement's options. */
public final class Room {

    private Room() {}

    /** @throws IOException where there is less */
    public static void demand(Path folder, long octets, String forWhat) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        System.err.printf(
                "%s need about %,d MB of disk in %s, where %,d MB are free%n",
                forWhat, octets >> 20, folder, free >> 20);
        if (free < octets) {
            throw new IOException(
                    "not enough disk for this size; give less by --customers, --contacts, --subscribers or --minutes");
        }
    }

    /** The number behind an option's name. */
    public static long number(List<String> options, String name, long otherwise) {
        return Long.parseLong(text(options, name, Long.toString(otherwise)));
    }

    /** What stands behind an option's name. */
    public static String text(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 || at + 1 >= options.size() ? otherwise : options.get(at + 1);
    }
}
