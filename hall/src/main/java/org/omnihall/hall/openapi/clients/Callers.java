package org.omnihall.hall.openapi.clients;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.omnihall.hall.openapi.Api;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.tmf.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who calls an interface: known by {@code Authorization: Bearer TOKEN} (RFC 6750), in every request, without a session. */
@Configuration
public class Callers {

    private static final String BEARER = "Bearer ";

    /** What was changed on another node is seen so soon. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final int MOST_KNOWN = 10_000;

    /**
     * The client whose request this thread serves.
     *
     * @throws Problem {@code UNKNOWN_CALLER} where its token is none of ours
     */
    public static ApiClient current() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known != null && known.getPrincipal() instanceof ApiClient client) {
            return client;
        }
        throw new Problem(Problem.Code.UNKNOWN_CALLER, "Send Authorization: Bearer with the client's token");
    }

    /**
     * All come in; who is nobody is told so by the interface itself, in its own words. Two filters are all that a program needs: no session, no
     * form, no page to be sent to. The usual dozen cost as much as an answer does.
     */
    @Bean
    @Order(1)
    SecurityFilterChain interfaces(KnownTokens tokens) {
        HeaderWriterFilter headers = new HeaderWriterFilter(List.of(
                new XContentTypeOptionsHeaderWriter(),
                new CacheControlHeadersWriter(),
                new HstsHeaderWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsHeaderWriter.XFrameOptionsMode.DENY)));
        headers.setShouldWriteHeadersEagerly(true);
        return new DefaultSecurityFilterChain(
                PathPatternRequestMatcher.withDefaults().matcher(Api.ROOT + "**"), headers, new TokenFilter(tokens));
    }

    @Bean
    static KnownTokens knownTokens(ApiClients clients) {
        return new KnownTokens(clients);
    }

    /** Tokens that were seen a moment ago. */
    static final class KnownTokens {

        private final LoadingCache<String, Optional<ApiClient>> known;

        KnownTokens(ApiClients clients) {
            this.known = Caffeine.newBuilder()
                    .expireAfterWrite(FRESH)
                    .maximumSize(MOST_KNOWN)
                    .build(clients::byToken);
        }

        Optional<ApiClient> client(String token) {
            return Objects.requireNonNull(known.get(token));
        }

        void forget() {
            known.invalidateAll();
        }
    }

    /** Puts the client into the request's security context. */
    private static final class TokenFilter extends OncePerRequestFilter {

        private final KnownTokens tokens;

        TokenFilter(KnownTokens tokens) {
            this.tokens = tokens;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String given = request.getHeader("Authorization");
            if (given != null && given.startsWith(BEARER)) {
                tokens.client(given.substring(BEARER.length()).strip()).ifPresent(TokenFilter::enter);
            }
            chain.doFilter(request, response);
        }

        private static void enter(ApiClient client) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    new UsernamePasswordAuthenticationToken(client, "", AuthorityUtils.NO_AUTHORITIES));
            SecurityContextHolder.setContext(context);
        }
    }
}
