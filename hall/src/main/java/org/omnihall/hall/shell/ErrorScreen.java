package org.omnihall.hall.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** What a person sees when a page cannot be shown: the status and what to do now, never a cause. */
@Controller
class ErrorScreen implements ErrorController {

    private final Pages pages;

    ErrorScreen(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    @OpenToAll
    View error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return pages.html("shell/error", Map.of("status", status instanceof Integer code ? code : 404));
    }
}
