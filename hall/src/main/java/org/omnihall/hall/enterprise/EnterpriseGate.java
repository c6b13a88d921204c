package org.omnihall.hall.enterprise;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request reach a page of the enterprise hall only in a role that its method asks for; a method that says nothing is shut. */
final class EnterpriseGate implements HandlerInterceptor {

    private static final String HOUSE = EnterpriseGate.class.getPackageName();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith(HOUSE)
                && !method.hasMethodAnnotation(ForVisitors.class)) {
            Asks asks = method.getMethodAnnotation(Asks.class);
            Optional<Member> member = Member.current();
            if (asks == null || member.isEmpty() || !lets(asks, member.get())) {
                throw new AccessDeniedException(method.getShortLogMessage());
            }
        }
        return true;
    }

    private static boolean lets(Asks asks, Member member) {
        return asks.value().length == 0 || member.holds(asks.value());
    }
}
