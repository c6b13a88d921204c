package org.omnihall.hall.node;

import java.io.IOException;

/** Something an administrator can do from a shell while the node runs. A bean of this type is offered at once. */
public interface Command {

    /** What is typed after {@code ./omnihall}, such as {@code nas add}. */
    String name();

    /** The arguments after the name, and in a second line what the command does. */
    String usage();

    /**
     * Does it.
     *
     * @return the exit status: 0 done, 1 refused or failed, 2 not understood
     */
    int run(CommandCall call) throws IOException;
}
