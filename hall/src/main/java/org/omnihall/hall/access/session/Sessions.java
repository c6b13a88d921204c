package org.omnihall.hall.access.session;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.omnihall.octets.MacAddress;
import org.springframework.stereotype.Component;

/** What is known about sessions, for pages, screens and exports. */
@Component
public class Sessions {

    private final OpenSessions open;

    Sessions(OpenSessions open) {
        this.open = open;
    }

    /** The newest open session of a device at a controller, found by MAC where there is one, else by address. */
    public Optional<OpenSession> openFor(long controllerId, Optional<MacAddress> mac, Optional<InetAddress> ip) {
        return open.of(controllerId, mac, ip);
    }

    /** The open sessions of a subscriber, newest first. */
    public List<OpenSession> liveOf(long subscriberId) {
        return open.ofSubscriber(subscriberId);
    }

    /** The open sessions of several subscribers, newest first. */
    public List<OpenSession> liveOf(Collection<Long> subscribers) {
        return open.ofSubscribers(subscribers);
    }

    /** The addresses of all who are online at a controller. */
    public List<InetAddress> addressesAt(long controllerId) {
        return open.addressesAt(controllerId);
    }

    /** The open sessions of a device anywhere, newest first; for the step-up of rule 2. */
    public List<OpenSession> liveOf(MacAddress mac) {
        return open.ofDevice(mac);
    }
}
