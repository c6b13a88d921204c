package org.omnihall.hall.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.omnihall.octets.Octets;

/**
 * The master keys of an operator, kept outside the database in a file that only its owner can read: one line a version, {@code
 * number:64 hexadecimal digits}. The highest number is the current one.
 */
public final class MasterKeys {

    private static final int LENGTH = 32;

    /** One master key of 32 octets. */
    record Version(int number, Octets key) {
        @Override
        public String toString() {
            return "master key " + number;
        }
    }

    private final NavigableMap<Integer, Version> versions;

    private MasterKeys(NavigableMap<Integer, Version> versions) {
        this.versions = versions;
    }

    /** Reads the file, or makes it with a first key where there is none. */
    public static MasterKeys openOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        return parse(Files.readAllLines(file));
    }

    static MasterKeys parse(List<String> lines) {
        NavigableMap<Integer, Version> versions = new TreeMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.strip().split(":", 2);
            if (parts.length != 2 || !parts[0].matches("[1-9]\\d{0,8}") || !parts[1].matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("vault.keys: a line is not number:64 hexadecimal digits");
            }
            int number = Integer.parseInt(parts[0]);
            versions.put(number, new Version(number, Octets.ofHex(parts[1])));
        }
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("vault.keys holds no key; restore it from your escrow copy");
        }
        return new MasterKeys(versions);
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        String text = "# Master keys of this installation. Without them sealed data is lost: keep a copy in escrow.\n1:"
                + Octets.of(key).toHex() + "\n";
        Files.writeString(draft, text, StandardOpenOption.SYNC);
        Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    Version current() {
        return versions.lastEntry().getValue();
    }

    Version version(int number) {
        Version version = versions.get(number);
        if (version == null) {
            throw new NotOurSeal("master key " + number + " is missing");
        }
        return version;
    }
}
