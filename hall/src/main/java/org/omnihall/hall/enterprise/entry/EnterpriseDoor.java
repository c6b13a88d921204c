package org.omnihall.hall.enterprise.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.party.UserLogins;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * The door of the enterprise hall. It shares the console's origin and its session cookie, and nothing in the session: who signed in, the
 * token of forms and the page that was asked for each lie under a name of their own, so that a clerk at the console and a company's user in
 * the same browser are never taken for one another (ADR 0013).
 */
@Configuration
class EnterpriseDoor {

    static final String HOME = "/enterprise/home";
    static final String SIGN_IN = "/enterprise/sign-in";
    static final String SIGN_OUT = "/enterprise/sign-out";
    static final String PASSWORD = "/enterprise/password";

    private static final String CONTENT = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "style-src-attr 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "frame-ancestors 'self'; form-action 'self'";

    @Bean
    static HttpSessionSecurityContextRepository enterpriseSessions() {
        HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
        sessions.setSpringSecurityContextKey("ENTERPRISE_CONTEXT");
        return sessions;
    }

    /** The provider is no bean: the console would ask it too. */
    @Bean
    @Order(1)
    SecurityFilterChain enterprise(
            HttpSecurity http,
            HttpSessionSecurityContextRepository enterpriseSessions,
            UserLogins logins,
            MemberStandings standings) {
        HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
        tokens.setSessionAttributeName("ENTERPRISE_TOKEN");
        HttpSessionRequestCache asked = new HttpSessionRequestCache();
        asked.setSessionAttrName("ENTERPRISE_REQUEST");
        return http.securityMatcher("/enterprise", "/enterprise/**")
                .authenticationManager(new ProviderManager(new UserSignIn(logins)))
                .securityContext(context -> context.securityContextRepository(enterpriseSessions))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .requestCache(cache -> cache.requestCache(asked))
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .usernameParameter("login")
                        .defaultSuccessUrl(HOME)
                        .failureUrl(SIGN_IN + "?refused=yes")
                        .permitAll())
                .logout(out -> out.logoutUrl(SIGN_OUT)
                        .invalidateHttpSession(false)
                        .addLogoutHandler((request, response, who) -> EnterpriseDoor.forget(request))
                        .logoutSuccessUrl(SIGN_IN + "?left=yes"))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(EnterpriseDoor::toSignIn))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frame -> frame.sameOrigin())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT)))
                .addFilterBefore(new MemberFilter(standings, enterpriseSessions), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/enterprise",
                                "/enterprise/offerings/{code}",
                                SIGN_IN,
                                "/enterprise/sign-up/**",
                                "/enterprise/forgotten/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** What a visit left in the session is not the next one's. */
    private static void forget(HttpServletRequest request) {
        SignUpState.forget(request);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(Member.VISIT);
        }
    }

    private static void toSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        lead(SIGN_IN, request, response);
    }

    /** A page leads to another; what htmx asks for makes the whole window go there. */
    static void lead(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(path);
        } else {
            response.setHeader("HX-Redirect", path);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
