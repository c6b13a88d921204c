package org.omnihall.hall.ordering.cashier;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where cashiers tell what was paid: bounded, proved by the adapter, and answered only when it is durable. */
@Configuration(proxyBeanMethods = false)
class CallbackDoor {

    /** The page for phones and the callbacks: open to all, without a session. */
    @Bean
    @Order(1)
    SecurityFilterChain payments(HttpSecurity http, CallbackDesk desk) {
        return http.securityMatcher("/pay/**")
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(
                        headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(
                                        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'")))
                .addFilterBefore(new CallbackFilter(desk), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Takes callbacks before anything reads their body. */
    private static final class CallbackFilter extends OncePerRequestFilter {

        private final CallbackDesk desk;

        CallbackFilter(CallbackDesk desk) {
            this.desk = desk;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws jakarta.servlet.ServletException, IOException {
            String path = request.getRequestURI();
            if (!path.startsWith(CashierDesk.CALLBACK)) {
                chain.doFilter(request, response);
            } else if (!request.getMethod().equals("POST")) {
                response.setHeader("Allow", "POST");
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            } else {
                byte[] body = request.getInputStream().readNBytes(Wires.LARGEST + 1);
                write(desk.answer(path.substring(CashierDesk.CALLBACK.length()), callback(request, body)), response);
            }
        }

        private static Optional<Callback> callback(HttpServletRequest request, byte[] body) {
            if (body.length > Wires.LARGEST) {
                return Optional.empty();
            }
            Map<String, String> headers = new HashMap<>();
            Collections.list(request.getHeaderNames())
                    .forEach(name -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
            String query = request.getQueryString();
            String path = request.getRequestURI() + (query == null ? "" : "?" + query);
            return Optional.of(new Callback(path, headers, new String(body, StandardCharsets.UTF_8)));
        }

        private static void write(Reply reply, HttpServletResponse response) throws IOException {
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            response.setStatus(reply.status());
            response.setContentType(reply.type() + ";charset=utf-8");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    /** Reads callbacks and counts what became of them. */
    @Component
    static class CallbackDesk {

        private final TillBook tills;
        private final CashierDesk desk;
        private final PaymentAttempts attempts;
        private final MeterRegistry meters;

        CallbackDesk(TillBook tills, CashierDesk desk, PaymentAttempts attempts, MeterRegistry meters) {
            this.tills = tills;
            this.desk = desk;
            this.attempts = attempts;
            this.meters = meters;
        }

        /** @param callback nothing where it was too large to be read */
        Reply answer(String code, Optional<Callback> callback) {
            Optional<Till> till = code.matches("[a-z0-9-]{1,30}") ? tills.find(code) : Optional.empty();
            if (till.isEmpty()) {
                count("unknown", BadCallback.Fault.CASHIER_UNKNOWN.name());
                return Reply.text(BadCallback.Fault.CASHIER_UNKNOWN.status(), "no such cashier");
            }
            Cashier cashier = desk.adapter(till.get());
            try {
                Callback read = callback.orElseThrow(() -> new BadCallback(BadCallback.Fault.TOO_LARGE));
                boolean isNew = attempts.take(till.get(), cashier.read(till.get(), read));
                count(code, isNew ? "TAKEN" : "REPLAYED");
                return cashier.taken();
            } catch (BadCallback bad) {
                count(code, bad.fault().name());
                return cashier.refused(bad.fault());
            }
        }

        private void count(String cashier, String outcome) {
            meters.counter("omnihall.ordering.cashier.callbacks", "cashier", cashier, "outcome", outcome)
                    .increment();
        }
    }
}
