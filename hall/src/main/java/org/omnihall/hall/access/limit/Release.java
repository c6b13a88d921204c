package org.omnihall.hall.access.limit;

import java.util.UUID;

/** Ends a session to make room for another; what becomes of it is watched by the one who does it. */
@FunctionalInterface
public interface Release {
    void release(UUID session);
}
