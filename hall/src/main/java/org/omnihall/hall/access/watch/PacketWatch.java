package org.omnihall.hall.access.watch;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Packet;

/**
 * Whose packets are kept, and for how long.
 *
 * @param areaPath the Area of who began it: packets of controllers outside are not kept
 * @param user a number or the name of an account; the outer name where EAP has two
 * @param endsAt when it ends by itself, or was ended
 */
public record PacketWatch(
        UUID id,
        String areaPath,
        Optional<Long> controllerId,
        Optional<String> user,
        String actor,
        Instant beganAt,
        Instant endsAt) {

    public boolean runs(Instant now) {
        return now.isBefore(endsAt);
    }

    /** The user as a page shows him: a number masked. */
    public Optional<String> shownUser() {
        return user.map(name -> Msisdn.parse(name).map(Msisdn::masked).orElse(name));
    }

    /** Whether a request that came from this controller, and what it is answered, is to be kept. */
    boolean wants(AccessController controller, Packet request) {
        return controller.areaPath().startsWith(areaPath)
                && controllerId.map(id -> id == controller.id()).orElse(true)
                && user.map(wanted -> request.text(AttributeTypes.USER_NAME)
                                .map(sent -> plain(controller.domain().toName(sent)))
                                .equals(Optional.of(wanted)))
                        .orElse(true);
    }

    /** A name in the one form in which it is compared. */
    static String plain(String name) {
        return Msisdn.parse(name)
                .map(Msisdn::digits)
                .orElseGet(() -> name.strip().toLowerCase(Locale.ROOT));
    }
}
