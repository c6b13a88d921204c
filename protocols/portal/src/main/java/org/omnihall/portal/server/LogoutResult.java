package org.omnihall.portal.server;

import java.util.Optional;

/** How a logout ended. */
public sealed interface LogoutResult {

    /** The device says that the client is offline now, or was before. */
    record Offline(boolean wasAlready) implements LogoutResult {}

    record Refused(int errCode, Optional<String> text) implements LogoutResult {}

    record NoAnswer() implements LogoutResult {}

    record NothingSent(NotSent why) implements LogoutResult {}
}
