package org.omnihall.bench.demo;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Right;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Which addresses a hall serves, and what somebody needs to ask for them, as its controllers declare it. */
final class Roads {

    private final Map<RequestMappingInfo, HandlerMethod> handlers = new HashMap<>();

    Roads(RunningHall hall) {
        hall.beans(RequestMappingHandlerMapping.class).forEach(mapping -> handlers.putAll(mapping.getHandlerMethods()));
    }

    /** What an address demands; nothing where nobody serves it. */
    Optional<Set<Right>> demanded(RequestMethod method, String address) {
        PathContainer path = PathContainer.parsePath(address);
        return handlers.entrySet().stream()
                .filter(entry -> serves(entry.getKey(), method))
                .flatMap(entry -> paths(entry.getKey()).stream()
                        .filter(pattern -> pattern.matches(path))
                        .map(pattern -> Map.entry(pattern, entry.getValue())))
                .min(Map.Entry.comparingByKey(PathPattern.SPECIFICITY_COMPARATOR))
                .map(served -> demanded(served.getValue()));
    }

    /** The pages that rights do not reach, without those of a single thing. */
    Collection<String> closedTo(Set<Right> rights) {
        return handlers.entrySet().stream()
                .filter(entry -> serves(entry.getKey(), RequestMethod.GET))
                .filter(entry -> !rights.containsAll(demanded(entry.getValue())))
                .flatMap(entry -> paths(entry.getKey()).stream())
                .map(PathPattern::getPatternString)
                .filter(path -> !path.contains("{"))
                .toList();
    }

    private static boolean serves(RequestMappingInfo info, RequestMethod method) {
        return info.getMethodsCondition().getMethods().contains(method);
    }

    private static Set<PathPattern> paths(RequestMappingInfo info) {
        return info.getPathPatternsCondition() == null
                ? Set.of()
                : info.getPathPatternsCondition().getPatterns();
    }

    private static Set<Right> demanded(HandlerMethod method) {
        Demands demands = method.getMethodAnnotation(Demands.class);
        return demands == null ? Set.of() : Set.copyOf(List.of(demands.value()));
    }
}
