package org.omnihall.hall.party;

import java.util.Map;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Passes;
import org.omnihall.hall.shell.Right;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** Shows one number in full to who may see it and was shown it masked, and writes down that he looked (requirement A13). */
@Controller
class NumberScreen {

    private final Subscribers subscribers;
    private final AuditTrail audit;
    private final Passes passes;
    private final Pages pages;

    NumberScreen(Subscribers subscribers, AuditTrail audit, Passes passes, Pages pages) {
        this.subscribers = subscribers;
        this.audit = audit;
        this.passes = passes;
        this.pages = pages;
    }

    @PostMapping("/numbers/reveal")
    @Demands(Right.NUMBER_SEE)
    View reveal(Caller caller, @RequestParam long subscriber, @RequestParam(defaultValue = "") String pass) {
        if (!passes.holds(caller, "subscriber:" + subscriber, pass)) {
            throw new AccessDeniedException("no page showed him this number");
        }
        Msisdn number =
                subscribers.numberOf(subscriber).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        audit.record(caller.login(), "number.see", "subscriber:" + subscriber, number.masked());
        return pages.html("party/number-shown", Map.of("digits", number.digits()));
    }
}
