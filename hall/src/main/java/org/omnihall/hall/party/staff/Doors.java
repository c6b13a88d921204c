package org.omnihall.hall.party.staff;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The two doors: pages for phones, open and without a session; everything else only for signed-in staff. */
@Configuration
class Doors {

    private static final String CONSOLE_CONTENT = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "style-src-attr 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "frame-ancestors 'none'; form-action 'self'";

    /** What a phone gets that is no login page, such as an error: it may load nothing. The pages bring a policy of their own, which stays. */
    private static final String NOTHING = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    /** Each filter watched by itself would cost a request more than most filters do; the whole request is measured. */
    @Bean
    static SecurityObservationSettings filtersUnwatched() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain phones(HttpSecurity http) {
        return http.securityMatcher("/l/**", "/landing", "/captive", "/pages/**")
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING))
                        .httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** {@link SignIn} is found as a bean; named here too it would be asked, and count, twice. */
    @Bean
    @Order(2)
    SecurityFilterChain console(HttpSecurity http, Standings standings) {
        return http.formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .defaultSuccessUrl("/")
                        .failureUrl("/sign-in?refused=yes")
                        .permitAll())
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?left=yes"))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(Doors::toSignIn))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONSOLE_CONTENT)))
                .addFilterBefore(new StandingFilter(standings), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/sign-in", "/actuator/health/**", "/vendor/**", "/*.css", "/*.js", "/*.svg")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** A page leads to the sign-in page; what htmx asks for makes the whole window go there. */
    private static void toSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect("/sign-in");
        } else {
            response.setHeader("HX-Redirect", "/sign-in");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
