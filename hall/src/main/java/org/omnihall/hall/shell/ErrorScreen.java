package org.omnihall.hall.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** What a person sees when a page cannot be shown: the status and what to do now, never a cause. */
@Controller
class ErrorScreen implements ErrorController {

    private final Pages pages;
    private final List<Front> fronts;

    ErrorScreen(Pages pages, List<Front> fronts) {
        this.pages = pages;
        this.fronts = List.copyOf(fronts);
    }

    @RequestMapping("/error")
    @OpenToAll
    View error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return pages.html(
                "shell/error", Map.of("status", status instanceof Integer code ? code : 404, "start", start(request)));
    }

    private String start(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address
                ? fronts.stream()
                        .filter(front -> front.holds(address))
                        .map(Front::path)
                        .findFirst()
                        .orElse("/")
                : "/";
    }
}
