package org.omnihall.hall.party.resource;

import java.util.EnumSet;
import java.util.Set;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.tmf.Problem;
import tools.jackson.databind.node.ObjectNode;

/** What a door refused, as an interface says it. */
final class Refusals {

    /** The body would do, were it not for what is there already. */
    private static final Set<Reason> CONFLICTS = EnumSet.of(
            Reason.CODE_TAKEN, Reason.CIRCLE, Reason.NO_MANAGER, Reason.CLOSED, Reason.GRID_ELSEWHERE, Reason.UNKNOWN);

    private Refusals() {}

    /**
     * What was made.
     *
     * @throws Problem that names the reason, where it was refused
     */
    static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T> done -> done.value();
            case Change.Refused<T> refused ->
                throw new Problem(
                        CONFLICTS.contains(refused.reason()) ? Problem.Code.CONFLICT : Problem.Code.INVALID_BODY,
                        "Refused: " + refused.reason());
        };
    }

    static Problem body(String message) {
        return new Problem(Problem.Code.INVALID_BODY, message);
    }

    /** @throws Problem that names an attribute which only the server gives */
    static void only(ObjectNode posted, Set<String> taken) {
        posted.propertyNames().stream()
                .filter(name -> !taken.contains(name) && !name.equals("@type"))
                .findFirst()
                .ifPresent(name -> {
                    throw body(name + " is given by the server");
                });
    }
}
