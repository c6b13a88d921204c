package org.omnihall.hall.party.numbers;

import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Pages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** What the screens of numbers have in common. */
@Component
class NumberDesk {

    /** No number that anybody has, so a text that is no number finds nothing. */
    private static final Msisdn NOBODY = new Msisdn("19999999999");

    private final AuditTrail audit;
    private final Pages pages;

    NumberDesk(AuditTrail audit, Pages pages) {
        this.audit = audit;
        this.pages = pages;
    }

    /** The number that a filter asks for. */
    static Optional<Msisdn> asked(String typed) {
        return typed.isBlank() ? Optional.empty() : Msisdn.parse(typed).or(() -> Optional.of(NOBODY));
    }

    /** Shows a number in full, and writes down that he looked (requirement A13). */
    View reveal(Caller caller, Msisdn number) {
        audit.record(caller.login(), "number.see", "number:" + number.masked(), "");
        return pages.html("party/number-shown", java.util.Map.of("digits", number.digits()));
    }
}
