package org.omnihall.portal.server;

import java.util.Optional;

/** What a device knows about a client. */
public sealed interface InfoResult {

    /**
     * @param port the port's text, whose form is the vendor's
     * @param uplinkKilobytes from the client
     * @param downlinkKilobytes to the client
     */
    record Known(Optional<String> port, Optional<Long> uplinkKilobytes, Optional<Long> downlinkKilobytes)
            implements InfoResult {}

    record Refused(int errCode, Optional<String> text) implements InfoResult {}

    record NoAnswer() implements InfoResult {}

    record NothingSent(NotSent why) implements InfoResult {}
}
