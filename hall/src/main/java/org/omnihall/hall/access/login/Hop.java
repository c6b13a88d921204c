package org.omnihall.hall.access.login;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.RedirectMap.Hints;

/** What a redirect's parameters are worth: hints, proved as far as a redirect can be (rule 1). Pure. */
sealed interface Hop {

    /** A registered controller, and a device whose address was proved by its HTTP peer unless the controller translates addresses. */
    record Proved(AccessController controller, Hints hints, Attempt.Device device) implements Hop {}

    record Stopped(Drop reason) implements Hop {}

    static Hop of(Map<String, String> query, InetAddress peer, AccessControllers controllers) {
        Optional<AccessController> named = controllers.all().stream()
                .filter(controller -> names(controller, query, controllers))
                .findFirst();
        return named.map(
                        controller -> prove(controller, controller.redirectMap().read(query), peer))
                .orElseGet(() -> new Stopped(Drop.UNKNOWN_CONTROLLER));
    }

    /** Whether the query, read in this controller's words, names this controller. */
    private static boolean names(
            AccessController controller, Map<String, String> query, AccessControllers controllers) {
        Hints hints = controller.redirectMap().read(query);
        return controllers
                .byHint(hints.acAddress(), hints.acName())
                .filter(found -> found.id() == controller.id())
                .isPresent();
    }

    private static Hop prove(AccessController controller, Hints hints, InetAddress peer) {
        if (hints.userAddress().isEmpty()) {
            return controller.nat()
                    ? new Stopped(Drop.NO_ADDRESS)
                    : new Proved(controller, hints, new Attempt.Device(hints.userMac(), peer, peer));
        }
        InetAddress claimed = hints.userAddress().get();
        return controller.nat() || claimed.equals(peer)
                ? new Proved(controller, hints, new Attempt.Device(hints.userMac(), claimed, peer))
                : new Stopped(Drop.ADDRESS_FORGED);
    }
}
