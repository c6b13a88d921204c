package org.omnihall.hall.access.screens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Problem;
import org.omnihall.hall.party.Area;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Flash;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What all forms over the network do alike: read the fields, keep to the caller's Area, say what became of the change. */
@Component
class Desk {

    private final Areas areas;

    Desk(Areas areas) {
        this.areas = areas;
    }

    /** The Areas that the caller answers for, as a tree in order. */
    List<Area> areas(Caller caller) {
        return areas.all().stream().filter(area -> caller.covers(area.path())).toList();
    }

    Optional<Area> area(String path) {
        return areas.find(path);
    }

    /**
     * The fields of a form; an Area that is none of the caller's is refused.
     *
     * @throws AccessDeniedException where the draft names an Area outside of his
     */
    Draft draft(Caller caller, Map<String, String> fields) {
        Map<String, String> own = new HashMap<>(fields);
        own.remove("_csrf");
        if (own.containsKey("area")) {
            his(caller, own.get("area"));
        }
        return new Draft(own);
    }

    /** @throws AccessDeniedException where the Area is none of the caller's */
    static void his(Caller caller, String areaPath) {
        if (!caller.covers(areaPath)) {
            throw new AccessDeniedException("outside of his Area");
        }
    }

    /** For a row that is not there, or not for the caller. */
    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Tells on the next page what became of a change that has no form of its own to go back to. */
    static void tell(Change<?> change, String done, RedirectAttributes next) {
        switch (change) {
            case Change.Done<?> it -> Flash.good(next, done);
            case Change.Refused<?> refused -> {
                Problem problem = refused.problems().getFirst();
                Flash.bad(next, problem.wordKey(), problem.detail());
            }
        }
    }
}
