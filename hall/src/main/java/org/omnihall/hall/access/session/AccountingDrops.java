package org.omnihall.hall.access.session;

import org.omnihall.radius.transport.Received;

/** Where accounting counts what it did not acknowledge. Implemented by {@code access.aaa}, which counts all that RADIUS leaves unanswered. */
public interface AccountingDrops {

    /**
     * Counts one.
     *
     * @param controller the registered controller's name, or {@code unknown}
     */
    void unanswered(Received request, String controller, String reason);
}
