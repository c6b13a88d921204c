package org.omnihall.hall.node;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the origins apart by the port that a request came in by: login pages are served under TLS on the pages' port, in plain HTTP there
 * is only the landing hop, and the console's ports know nothing of either.
 */
final class OriginFilter extends OncePerRequestFilter {

    private static final String LANDING = "/landing";

    private final WebOrigins origins;

    OriginFilter(WebOrigins origins) {
        this.origins = origins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Origin> origin = origins.at(request.getLocalPort());
        String path = request.getServletPath();
        if (origin.isPresent() && origin.get() != Origin.CONSOLE && path.equals("/")) {
            request.getRequestDispatcher(LANDING).forward(request, response);
        } else if (origin.isEmpty() || serves(origin.get(), path)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    static boolean serves(Origin origin, String path) {
        boolean landing = under(path, LANDING);
        boolean page = landing || under(path, "/l") || under(path, "/pages") || path.equals("/captive");
        return switch (origin) {
            case CONSOLE -> !page;
            case PAGES -> page;
            case LANDING -> landing;
        };
    }

    private static boolean under(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
