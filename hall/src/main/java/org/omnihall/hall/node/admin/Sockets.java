package org.omnihall.hall.node.admin;

import java.nio.file.Path;

/** Paths of sockets, which the system limits to about 100 characters. */
final class Sockets {

    private Sockets() {}

    /** The shorter way to the socket: absolute, or from where this process stands. */
    static Path reachable(Path socket) {
        Path absolute = socket.toAbsolutePath().normalize();
        Path relative = Path.of("").toAbsolutePath().relativize(absolute);
        return relative.toString().length() < absolute.toString().length() ? relative : absolute;
    }
}
