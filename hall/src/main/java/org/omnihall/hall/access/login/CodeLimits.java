package org.omnihall.hall.access.login;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.code.CodeRules;
import org.omnihall.hall.access.code.Limit;
import org.omnihall.hall.access.code.LimitKind;
import org.omnihall.hall.access.network.FigureSet;
import org.omnihall.octets.Octets;

/** What one wish for a code counts against, refused or not (rules 5 and 6). Pure. */
final class CodeLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private CodeLimits() {}

    /**
     * The limits on a wish.
     *
     * @param nat true leaves the address out, because many phones share it
     * @param everyone the operator's whole budget in a minute
     */
    static List<Limit> of(Attempt attempt, Octets numberKey, FigureSet here, boolean nat, int everyone) {
        List<Limit> limits = new ArrayList<>();
        limits.add(new Limit(LimitKind.NUMBER_HOUR, numberKey, here.perNumberPerHour(), HOUR));
        limits.add(new Limit(LimitKind.NUMBER_DAY, numberKey, here.perNumberPerDay(), DAY));
        attempt.device()
                .mac()
                .ifPresent(mac -> limits.add(new Limit(LimitKind.DEVICE, mac.octets(), here.perMacPerHour(), HOUR)));
        if (!nat) {
            Octets address = Octets.of(attempt.device().peer().getAddress());
            limits.add(new Limit(LimitKind.ADDRESS, address, here.perAddressPerHour(), HOUR));
        }
        Octets controller = Octets.ofLong(attempt.controllerId());
        limits.add(new Limit(LimitKind.CONTROLLER, controller, here.perControllerPerMinute(), MINUTE));
        limits.add(new Limit(LimitKind.EVERYONE, Octets.EMPTY, everyone, MINUTE));
        return limits;
    }

    static CodeRules rules(FigureSet here) {
        return new CodeRules(here.codeLife(), here.codeTries(), here.codeCooldown(), here.wrongCodesPerDay());
    }
}
