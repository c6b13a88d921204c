package org.omnihall.hall.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request reach a controller of ours only with the rights that its method demands; a method that says nothing is shut. */
@Component
class RightsGate implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method) && !isOpen(method)) {
            Demands demands = method.getMethodAnnotation(Demands.class);
            if (demands == null || !Caller.current().rights().containsAll(List.of(demands.value()))) {
                throw new AccessDeniedException(method.getShortLogMessage());
            }
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("org.omnihall.");
    }

    private static boolean isOpen(HandlerMethod method) {
        return method.hasMethodAnnotation(OpenToAll.class)
                || method.getBeanType().isAnnotationPresent(OpenToAll.class);
    }
}
