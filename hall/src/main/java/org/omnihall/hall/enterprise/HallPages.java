package org.omnihall.hall.enterprise;

import java.util.HashMap;
import java.util.Map;
import org.omnihall.hall.shell.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** Draws the pages of the enterprise hall: those of {@code jte/enterprise}, which are told of the frame by {@code Hall h}. */
@Component
public class HallPages {

    private final Pages pages;

    HallPages(Pages pages) {
        this.pages = pages;
    }

    public View html(String template, Map<String, ?> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("h", new Hall(Member.current()));
        return pages.html("enterprise/" + template, all);
    }

    /** What another company's thing and a thing that is not there have in common. */
    public static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
