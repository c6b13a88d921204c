package org.omnihall.hall.enterprise.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.enterprise.Member;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the member himself in the place of the badge that his session keeps, takes a badge away that is worth nothing any more, and first leads
 * to a due change of password.
 */
final class MemberFilter extends OncePerRequestFilter {

    private static final Set<String> OPEN_BEFORE_CHANGE = Set.of(EnterpriseDoor.PASSWORD, EnterpriseDoor.SIGN_OUT);

    private final MemberStandings standings;
    private final SecurityContextRepository sessions;

    MemberFilter(MemberStandings standings, SecurityContextRepository sessions) {
        this.standings = standings;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && session.getPrincipal() instanceof Badge badge) {
            Optional<Member> member = standings.of(badge);
            SecurityContext now = SecurityContextHolder.createEmptyContext();
            member.map(one -> UsernamePasswordAuthenticationToken.authenticated(one, "", List.of()))
                    .ifPresent(now::setAuthentication);
            SecurityContextHolder.setContext(now);
            if (member.isEmpty()) {
                sessions.saveContext(now, request, response);
            }
            if (member.filter(one -> one.user().mustChange()).isPresent()
                    && !OPEN_BEFORE_CHANGE.contains(request.getRequestURI())) {
                EnterpriseDoor.lead(EnterpriseDoor.PASSWORD, request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
