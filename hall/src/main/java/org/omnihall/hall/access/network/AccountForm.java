package org.omnihall.hall.access.network;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.access.network.NetworkAccount.Method;
import org.omnihall.hall.access.network.NetworkAccount.Standing;
import org.omnihall.hall.access.network.Problem.Fault;

/**
 * Reads an account out of a draft. Fields: name, password, profile (by name; the operator's standard one where none is given), valid_until
 * (a day or a moment), methods (pap, chap, ms-chap-v2, tls, separated by blanks or commas; all by password where none is given), area,
 * standing.
 */
final class AccountForm {

    private static final int LEAST_PASSWORD = 6;

    /** What a draft asks for; the password is empty where it shall stay. */
    record Wanted(
            String name,
            String areaPath,
            Set<Method> methods,
            long profileId,
            Optional<Instant> validUntil,
            Standing standing,
            String password) {

        @Override
        public String toString() {
            return name + " " + methods + " profile:" + profileId + " until " + validUntil + " " + standing;
        }
    }

    private final Map<String, Long> profiles;
    private final long standardProfile;
    private final ZoneId zone;

    /** @param profiles ids by name */
    AccountForm(Map<String, Long> profiles, long standardProfile, ZoneId zone) {
        this.profiles = profiles;
        this.standardProfile = standardProfile;
        this.zone = zone;
    }

    Change<Wanted> read(Draft draft, boolean passwordMayStay) {
        Reading in = new Reading(draft);
        String name = NetworkName.of(draft.text("name"));
        if (name.isEmpty()) {
            in.wrong("name", Fault.EMPTY, "");
        } else if (!NetworkName.valid(name)) {
            in.wrong("name", Fault.MALFORMED, "at most " + NetworkName.LONGEST + " characters without blanks");
        }
        Wanted wanted = new Wanted(
                name,
                in.area("area"),
                methods(in, draft),
                profile(in, draft),
                in.moment("valid_until", zone),
                in.choice("standing", Standing.class, Standing.ACTIVE),
                in.secret("password", LEAST_PASSWORD, passwordMayStay));
        return in.broken() ? Change.refused(in.problems()) : Change.done(wanted);
    }

    private long profile(Reading in, Draft draft) {
        if (!draft.has("profile")) {
            return standardProfile;
        }
        Long id = profiles.get(draft.text("profile"));
        if (id == null) {
            in.wrong("profile", Fault.UNKNOWN, draft.text("profile"));
            return standardProfile;
        }
        return id;
    }

    private static Set<Method> methods(Reading in, Draft draft) {
        Set<Method> methods = EnumSet.noneOf(Method.class);
        for (String word : draft.text("methods").split("[\\s,]+", -1)) {
            switch (word.toLowerCase(Locale.ROOT)) {
                case "" -> {}
                case "pap" -> methods.add(Method.PAP);
                case "chap" -> methods.add(Method.CHAP);
                case "ms-chap-v2", "ms_chap_v2", "mschapv2" -> methods.add(Method.MS_CHAP_V2);
                case "tls" -> methods.add(Method.TLS);
                default -> in.wrong("methods", Fault.MALFORMED, "pap, chap, ms-chap-v2, tls");
            }
        }
        return methods.isEmpty() ? EnumSet.complementOf(EnumSet.of(Method.TLS)) : methods;
    }
}
