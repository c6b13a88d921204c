package org.omnihall.hall.node;

import java.nio.file.Path;

/** The node's directory belongs to a running process. */
public final class HomeTaken extends CannotStart {

    private static final long serialVersionUID = 1;

    HomeTaken(Path directory, String pid) {
        super("Omnihall already runs on " + directory + " (process " + pid
                + "). Stop that one first, or give this one a directory of its own by OMNIHALL_HOME"
                + " and other ports by --port-offset");
    }
}
