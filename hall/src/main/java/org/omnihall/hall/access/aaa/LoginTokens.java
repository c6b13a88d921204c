package org.omnihall.hall.access.aaa;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/**
 * The one-time secrets by which our own login page makes itself known to our own RADIUS (access-rules.md rule 3). A token is a pure
 * function of the operator's key, the 60-second slot, the access controller, the user and the device, so that any node recomputes it; it is
 * good for its own slot and the next.
 */
@Component
public class LoginTokens {

    static final Duration SLOT = Duration.ofSeconds(60);
    static final int LENGTH = 16;

    private static final String PURPOSE = "access.login-token";

    private final Vault vault;
    private final Clock clock;

    LoginTokens(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * The token of this moment: 16 base64url characters.
     *
     * @param controllerId the access controller that will ask
     * @param user the User-Name that it will send, without a domain
     * @param device the device as {@link ExpectedLogin#device()} names it
     */
    public String mint(long controllerId, String user, String device) {
        return at(clock.instant(), controllerId, user, device);
    }

    /** The tokens that are good at a moment, the newest first. */
    List<String> goodAt(Instant moment, long controllerId, String user, String device) {
        return List.of(at(moment, controllerId, user, device), at(moment.minus(SLOT), controllerId, user, device));
    }

    private String at(Instant moment, long controllerId, String user, String device) {
        long slot = Math.floorDiv(moment.getEpochSecond(), SLOT.toSeconds());
        Octets data = Octets.ofLong(slot)
                .plus(Octets.ofLong(controllerId))
                .plus(field(user))
                .plus(field(device));
        byte[] mac = vault.mac(PURPOSE, data).toBytes();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac).substring(0, LENGTH);
    }

    /** Length first, so that no two pairs of texts give the same octets. */
    private static Octets field(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Octets.ofInt(bytes.length).plus(Octets.of(bytes));
    }
}
