package org.omnihall.portal.server;

import java.util.Locale;
import java.util.Optional;
import org.omnihall.octets.MacAddress;
import org.omnihall.portal.ErrId;

/** How a login ended. Every refusal keeps the device's number and text. */
public sealed interface LoginResult {

    /**
     * The device let the client in and was affirmed.
     *
     * @param requestId what a later logout must echo
     * @param mac the client's MAC if the device tells it
     * @param newAddress true if the device gives the client another address now
     */
    record Online(int serial, int requestId, Optional<MacAddress> mac, boolean newAddress) implements LoginResult {}

    /** ErrCode 2. Only a success if the one online is this very subscriber. */
    record AlreadyOnline(Stage stage, Optional<String> text) implements LoginResult {}

    /** ErrCode 3, and no final answer while the patience lasted. */
    record InProgress(Stage stage) implements LoginResult {}

    /** ErrCode 1, 4 or one without a meaning. A China Mobile device answers 1 also for an address it does not know. */
    record Refused(Stage stage, int errCode, Optional<String> text) implements LoginResult {

        /** The text to show: that of a known {@link ErrId}, else the device's own. */
        public Optional<String> text(Locale locale) {
            return text.map(own -> ErrId.of(own).map(id -> id.text(locale)).orElse(own));
        }
    }

    /** Silence; the device was told that the server gave up. Huawei's family is also silent about an address it does not know. */
    record NoAnswer(Stage stage) implements LoginResult {}

    record NothingSent(NotSent why) implements LoginResult {}
}
