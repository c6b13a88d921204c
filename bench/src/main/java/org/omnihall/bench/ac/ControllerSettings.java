package org.omnihall.bench.ac;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.omnihall.portal.bas.BasProfile;

/**
 * One simulated access controller.
 *
 * @param name what it calls itself: NAS-Identifier and the name in redirects
 * @param address where all its sockets are bound
 * @param http the port that stands for every port 80 beyond the air
 * @param portal its Portal protocol port
 * @param dynamic its port for Disconnect and CoA requests
 * @param landing where clients that are not online are sent
 * @param radiusSource the address it sends RADIUS from, which need not be its Portal address
 * @param radiusSecret shared with the RADIUS server
 * @param interim how often it tells usage unless an Accept says otherwise
 */
public record ControllerSettings(
        String name,
        InetAddress address,
        int http,
        int portal,
        int dynamic,
        BasProfile profile,
        ParameterNames parameters,
        URI landing,
        Servers servers,
        InetAddress radiusSource,
        String radiusSecret,
        Duration interim) {

    /** Whom it talks to; a MAC binding server only where MAC-trigger is on. */
    public record Servers(
            InetSocketAddress portal,
            Optional<InetSocketAddress> macBinding,
            InetSocketAddress authentication,
            InetSocketAddress accounting) {}

    /** The same controller at other ports and with other ways to its servers, as behind a line that is in between. */
    public ControllerSettings behind(int portalPort, int dynamicPort, Servers others) {
        return new ControllerSettings(
                name,
                address,
                http,
                portalPort,
                dynamicPort,
                profile,
                parameters,
                landing,
                others,
                radiusSource,
                radiusSecret,
                interim);
    }

    /** The same controller with other habits, or with a secret that is not the hall's. */
    public ControllerSettings but(BasProfile otherProfile, String otherRadiusSecret) {
        return new ControllerSettings(
                name,
                address,
                http,
                portal,
                dynamic,
                otherProfile,
                parameters,
                landing,
                servers,
                radiusSource,
                otherRadiusSecret,
                interim);
    }

    /** Never with the secrets. */
    @Override
    public String toString() {
        return name + " at " + address.getHostAddress();
    }
}
