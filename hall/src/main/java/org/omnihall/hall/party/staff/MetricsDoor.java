package org.omnihall.hall.party.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a scraper read the metrics, and nothing else, by {@code Authorization: Bearer TOKEN}. */
@Configuration
class MetricsDoor {

    private static final String BEARER = "Bearer ";

    @Bean
    @Order(1)
    SecurityFilterChain scrapers(HttpSecurity http, MetricsTokens tokens) {
        return http.securityMatcher(request -> request.getRequestURI().equals("/actuator/prometheus")
                        && request.getHeader("Authorization") != null)
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new TokenFilter(tokens), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Refuses every request without the token. */
    private static final class TokenFilter extends OncePerRequestFilter {

        private final MetricsTokens tokens;

        TokenFilter(MetricsTokens tokens) {
            this.tokens = tokens;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String given = request.getHeader("Authorization");
            if (given.startsWith(BEARER)
                    && tokens.matches(given.substring(BEARER.length()).strip())) {
                chain.doFilter(request, response);
            } else {
                response.setHeader("WWW-Authenticate", "Bearer");
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            }
        }
    }
}
