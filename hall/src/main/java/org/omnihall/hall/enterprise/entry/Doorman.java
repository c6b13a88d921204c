package org.omnihall.hall.enterprise.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.omnihall.hall.party.UserLogin;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Lets somebody in who has just proved who he is by other means than his password. */
@Component
class Doorman {

    private final HttpSessionSecurityContextRepository sessions;

    Doorman(HttpSessionSecurityContextRepository enterpriseSessions) {
        this.sessions = enterpriseSessions;
    }

    /** The session gets a new id, so that one that somebody else planted is worth nothing. */
    void letIn(UserLogin user, HttpServletRequest request, HttpServletResponse response) {
        SignUpState.forget(request);
        request.getSession();
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UserSignIn.admitted(user));
        sessions.saveContext(context, request, response);
    }
}
