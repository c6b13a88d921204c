package org.omnihall.hall.enterprise.entry;

import java.util.List;
import org.omnihall.hall.party.UserLogin;
import org.omnihall.hall.party.UserLogins;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Lets somebody of a company in by login and password; {@code party} counts what fails and shuts a name for a while. */
final class UserSignIn implements AuthenticationProvider {

    private final UserLogins logins;

    UserSignIn(UserLogins logins) {
        this.logins = logins;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        if (!(asked.getCredentials() instanceof String password)) {
            throw new BadCredentialsException("no password");
        }
        return logins.check(asked.getName(), password)
                .map(UserSignIn::admitted)
                .orElseThrow(() -> new BadCredentialsException("refused"));
    }

    /** What a session is given to keep. */
    static Authentication admitted(UserLogin user) {
        return UsernamePasswordAuthenticationToken.authenticated(new Badge(user.id(), user.epoch()), "", List.of());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
