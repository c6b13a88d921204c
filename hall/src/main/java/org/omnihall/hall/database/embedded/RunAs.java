package org.omnihall.hall.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The identity under which PostgreSQL runs, which must not be root. An ordinary user runs it as himself. Root runs it in a user namespace
 * of its own, where root's files still are its own but root's powers are gone; where the kernel or a container forbids namespaces, as the
 * user {@code postgres} or {@code nobody}, to whom the files then belong.
 */
record RunAs(List<String> prefix, Optional<String> owner) {

    static RunAs best() {
        if (!isRoot()) {
            return new RunAs(List.of(), Optional.empty());
        }
        if (Programs.run(List.of("unshare", "-U", "--", "true")).good()) {
            return new RunAs(List.of("unshare", "-U", "--"), Optional.empty());
        }
        for (String user : List.of("postgres", "nobody")) {
            List<String> prefix =
                    List.of("setpriv", "--reuid=" + user, "--clear-groups", "--regid=" + group(user), "--");
            if (Programs.run(with(prefix, List.of("true"))).good()) {
                return new RunAs(prefix, Optional.of(user));
            }
        }
        throw new PostgresFailure(
                "PostgreSQL refuses to run as root, and neither `unshare -U` nor `setpriv` works here;"
                        + " start Omnihall as an ordinary user or name an external PostgreSQL in OMNIHALL_DB_URL");
    }

    List<String> command(String... program) {
        return with(prefix, List.of(program));
    }

    List<String> command(List<String> program) {
        return with(prefix, program);
    }

    /** Hands a folder with all that is in it to the owner, where he is another than the one who runs the hall. */
    void own(Path folder) throws IOException {
        if (owner.isEmpty()) {
            return;
        }
        var user = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner.get());
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Files.setOwner(path, user);
            }
        }
    }

    private static String group(String user) {
        Programs.Outcome id = Programs.run(List.of("id", "-g", user));
        return id.good() ? id.output() : "65534";
    }

    private static List<String> with(List<String> prefix, List<String> program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == 0;
        } catch (IOException noProc) {
            throw new PostgresFailure("/proc is not there; the embedded PostgreSQL needs Linux", noProc);
        }
    }
}
