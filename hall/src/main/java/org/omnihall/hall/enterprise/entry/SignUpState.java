package org.omnihall.hall.enterprise.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.party.Msisdn;

/**
 * How far a sign-up, or a search for a new password, has come in this session.
 *
 * @param digits of the phone that is to be proved
 * @param login whose password is forgotten; empty for a sign-up
 * @param proved when the phone was
 */
record SignUpState(UUID journey, String digits, String login, Optional<Instant> proved) implements Serializable {

    private static final String NAME = "ENTERPRISE_ERRAND";

    static SignUpState begun(UUID journey, Msisdn phone, String login) {
        return new SignUpState(journey, phone.digits(), login, Optional.empty());
    }

    static Optional<SignUpState> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(NAME) instanceof SignUpState state
                ? Optional.of(state)
                : Optional.empty();
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(NAME);
        }
    }

    SignUpState keep(HttpServletRequest request) {
        request.getSession().setAttribute(NAME, this);
        return this;
    }

    SignUpState provedAt(Instant now) {
        return new SignUpState(journey, digits, login, Optional.of(now));
    }

    boolean isProved(Instant now, Duration counts) {
        return proved.filter(at -> now.isBefore(at.plus(counts))).isPresent();
    }

    Msisdn phone() {
        return new Msisdn(digits);
    }
}
