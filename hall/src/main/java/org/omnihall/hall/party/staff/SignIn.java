package org.omnihall.hall.party.staff;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Lets a person in by login and password. Unknown, wrong, locked and shut give the same answer after the same work; only the audit trail
 * tells them apart.
 */
@Component
class SignIn implements AuthenticationProvider {

    private static final int LONGEST_LOGIN = 64;

    private final Staff staff;
    private final Standings standings;
    private final FailedSignIns failures;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final Clock clock;

    SignIn(
            Staff staff,
            Standings standings,
            FailedSignIns failures,
            Passwords passwords,
            AuditTrail audit,
            Clock clock) {
        this.staff = staff;
        this.standings = standings;
        this.failures = failures;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String login = asked.getName().strip().toLowerCase(Locale.ROOT);
        Object typed = asked.getCredentials();
        if (login.length() > LONGEST_LOGIN
                || login.indexOf('\0') >= 0
                || !(typed instanceof String password)
                || password.length() > Passwords.LONGEST) {
            throw new BadCredentialsException("too long");
        }
        Instant now = clock.instant();
        boolean shut = failures.lockedUntil(login, now).isPresent();
        boolean right = passwords.matches(password, staff.passwordOf(login));
        standings.forget(login);
        Optional<Standings.Standing> standing = standings.of(login);
        if (shut || !right || standing.isEmpty() || standing.get().member().locked()) {
            throw refused(login, shut, now);
        }
        return admitted(standing.get(), now);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private BadCredentialsException refused(String login, boolean shut, Instant now) {
        if (shut) {
            audit.record(login, "sign-in.shut", "staff:" + login, "tried while shut");
        } else {
            int count = failures.count(login, now);
            String wait = "shut for " + Lockout.after(count).toMinutes() + " min";
            audit.record(login, "sign-in.refused", "staff:" + login, "failure " + count + ", " + wait);
        }
        return new BadCredentialsException("refused");
    }

    private Authentication admitted(Standings.Standing standing, Instant now) {
        String login = standing.member().login();
        failures.forget(login);
        staff.signedIn(login, now);
        audit.record(login, "sign-in", "staff:" + login, "");
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(standing.caller(), "", List.of());
        token.setDetails(standing.member().epoch());
        return token;
    }
}
