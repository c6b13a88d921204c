package org.omnihall.hall.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL, unpacked once from the archive on the class path. */
record Binaries(Path directory) {

    private static final String VERSION = "18.6";

    /** The programs under a folder, unpacked there first where they are not yet; a half-unpacked folder is never seen. */
    static Binaries under(Path folder) {
        String machine = machine();
        Path target = folder.resolve("postgres-" + VERSION + "-" + machine);
        if (!Files.isDirectory(target)) {
            String archive = "/postgres-linux-" + machine + ".txz";
            try (InputStream in = Binaries.class.getResourceAsStream(archive)) {
                if (in == null) {
                    throw new PostgresFailure("There are no PostgreSQL programs for this machine (" + archive
                            + "); run your own PostgreSQL and name it in OMNIHALL_DB_URL");
                }
                Files.createDirectories(folder);
                Path draft = Files.createTempDirectory(
                        folder,
                        "unpacking-",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
                unpack(in, draft);
                moveIntoPlace(draft, target);
            } catch (IOException broken) {
                throw new PostgresFailure("The PostgreSQL programs cannot be unpacked into " + target, broken);
            }
        }
        return new Binaries(target);
    }

    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    static void unpack(InputStream archive, Path into) throws IOException {
        Path root = into.toAbsolutePath().normalize();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(tar, entry, root);
            }
        }
    }

    private static void place(InputStream content, TarArchiveEntry entry, Path root) throws IOException {
        Path path = inside(root, root.resolve(entry.getName()), entry);
        Files.createDirectories(entry.isDirectory() ? path : path.resolveSibling(""));
        if (entry.isDirectory()) {
            return;
        }
        inside(root.toRealPath(), path.resolveSibling("").toRealPath(), entry);
        if (entry.isSymbolicLink()) {
            inside(root, path.resolveSibling(entry.getLinkName()), entry);
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (isPlain(entry)) {
            Files.copy(content, path);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        } else {
            throw new IOException("neither a file, a folder nor a symbolic link: " + entry.getName());
        }
    }

    private static boolean isPlain(TarArchiveEntry entry) {
        boolean special = entry.isLink() || entry.isFIFO() || entry.isBlockDevice() || entry.isCharacterDevice();
        return entry.isFile() && !special;
    }

    private static Path inside(Path root, Path path, TarArchiveEntry entry) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(root)) {
            throw new IOException("leads out of the folder: " + entry.getName());
        }
        return normal;
    }

    private static void moveIntoPlace(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException anotherWasFaster) {
            delete(draft);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static String machine() {
        String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (architecture) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> architecture;
        };
    }
}
