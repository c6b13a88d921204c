package org.omnihall.hall.party.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.shell.Caller;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sees to it that a session carries what its owner may do now, ends where he was locked, and first leads to a due change of password. */
final class StandingFilter extends OncePerRequestFilter {

    private static final Set<String> OPEN_BEFORE_CHANGE = Set.of("/password", "/sign-out");

    private final Standings standings;

    StandingFilter(Standings standings) {
        this.standings = standings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && session.getPrincipal() instanceof Caller caller) {
            Optional<Standings.Standing> standing = standings.of(caller.login());
            if (standing.isEmpty() || isOver(standing.get().member(), session)) {
                end(request);
            } else {
                refresh(standing.get(), session);
                if (standing.get().member().mustChange() && !OPEN_BEFORE_CHANGE.contains(request.getRequestURI())) {
                    response.sendRedirect("/password");
                    return;
                }
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isOver(StaffMember member, Authentication session) {
        return member.locked() || !Integer.valueOf(member.epoch()).equals(session.getDetails());
    }

    private static void end(HttpServletRequest request) {
        if (request.getSession(false) != null) {
            request.getSession(false).invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private static void refresh(Standings.Standing standing, Authentication session) {
        UsernamePasswordAuthenticationToken now =
                UsernamePasswordAuthenticationToken.authenticated(standing.caller(), "", List.of());
        now.setDetails(session.getDetails());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(now);
        SecurityContextHolder.setContext(context);
    }
}
