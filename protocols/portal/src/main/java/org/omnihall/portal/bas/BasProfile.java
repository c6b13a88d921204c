package org.omnihall.portal.bas;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.omnihall.portal.Dialect;
import org.omnihall.portal.Secret;

/**
 * How a device behaves.
 *
 * @param macMessages the dialect of MAC binding messages
 */
public record BasProfile(
        Dialect dialect, Dialect macMessages, Secret secret, InetAddress address, Naming naming, Timers timers) {

    /** A device that does not name MACs, with the usual timers. */
    public BasProfile(Dialect dialect, Secret secret, InetAddress address) {
        this(dialect, Dialect.CMCC, secret, address, Naming.NONE, Timers.DEFAULT);
    }

    /**
     * What the device names.
     *
     * @param mac whether ACK_AUTH names the client's MAC
     * @param nasId the NAS-ID in MAC binding messages
     */
    public record Naming(boolean mac, Optional<String> nasId) {

        public static final Naming NONE = new Naming(false, Optional.empty());
    }

    /**
     * How long the device waits.
     *
     * @param challenge a challenge is valid
     * @param affirmation AFF_ACK_AUTH may take, then the client is dropped (Huawei ME60 30 s, Ruijie 3 min)
     * @param binding the MAC binding server may take to answer, and then to log in
     * @param logoutNotices how often NTF_LOGOUT is sent until it is acknowledged, at least once
     * @param logoutInterval between two of those
     */
    public record Timers(
            Duration challenge, Duration affirmation, Duration binding, int logoutNotices, Duration logoutInterval) {

        public static final Timers DEFAULT = new Timers(
                Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(5), 4, Duration.ofSeconds(5));
    }
}
