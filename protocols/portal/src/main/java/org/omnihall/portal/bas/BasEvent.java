package org.omnihall.portal.bas;

import java.util.Optional;
import org.omnihall.portal.Packet;

/** What happens to one client. */
public sealed interface BasEvent {

    /** A packet about this client; {@code fromMacServer} if it came from the MAC binding server's address. */
    record Heard(Packet packet, boolean fromMacServer) implements BasEvent {}

    record RadiusAccepted(int requestId) implements BasEvent {}

    /** @param text Reply-Message, or the five-character ErrID of a China Mobile device */
    record RadiusRejected(int requestId, Optional<String> text) implements BasEvent {}

    record RadiusSilent(int requestId) implements BasEvent {}

    /** The device itself ends the session: idle, session time, Disconnect-Request, reboot. */
    record ForcedOff(StopCause cause, int errCode, Optional<String> text) implements BasEvent {}

    /** The first packet of a client that is not online, where the device asks for a MAC binding. */
    record FirstTraffic() implements BasEvent {}

    /** Time passed; see {@link BasState#wakeAt}. */
    record Tick() implements BasEvent {}
}
