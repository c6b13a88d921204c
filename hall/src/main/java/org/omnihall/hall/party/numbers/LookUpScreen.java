package org.omnihall.hall.party.numbers;

import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.NumberPlan;
import org.omnihall.hall.party.NumberSight;
import org.omnihall.hall.party.NumberStanding;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** How the hall judges a number, and why. The number is posted, so that it stands in no address; every look is audited. */
@Controller
class LookUpScreen {

    private final NumberPlan plan;
    private final AuditTrail audit;
    private final Pages pages;

    LookUpScreen(NumberPlan plan, AuditTrail audit, Pages pages) {
        this.plan = plan;
        this.audit = audit;
        this.pages = pages;
    }

    @GetMapping("/numbers")
    @Demands(Right.NUMBER_SEE)
    View empty() {
        return page("", Optional.empty());
    }

    @PostMapping("/numbers")
    @Demands(Right.NUMBER_SEE)
    View look(Caller caller, @RequestParam String number) {
        Optional<NumberSight> sight = Msisdn.parse(number).map(msisdn -> look(caller, msisdn));
        return page(number, sight);
    }

    private NumberSight look(Caller caller, Msisdn msisdn) {
        NumberSight sight = plan.look(msisdn);
        audit.record(caller.login(), "number.look-up", "number:" + msisdn.masked(), word(sight.standing()));
        return sight;
    }

    private static String word(NumberStanding standing) {
        return switch (standing) {
            case NumberStanding.Ours ours -> "OURS";
            case NumberStanding.NotOurs no -> no.reason().name();
        };
    }

    private View page(String number, Optional<NumberSight> sight) {
        return pages.html("party/look-up", Map.of("number", number, "sight", sight));
    }
}
