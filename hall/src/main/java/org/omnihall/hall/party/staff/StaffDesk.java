package org.omnihall.hall.party.staff;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.tmf.Happening;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes to the operator's people, each written to the audit trail with it. */
@Component
class StaffDesk {

    private final Staff staff;
    private final Standings standings;
    private final FailedSignIns failures;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    StaffDesk(
            Staff staff,
            Standings standings,
            FailedSignIns failures,
            Passwords passwords,
            AuditTrail audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.staff = staff;
        this.standings = standings;
        this.failures = failures;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** The one-time password of the new member; nothing where the login is taken. */
    @Transactional
    Optional<String> add(Staff.Draft draft, String actor) {
        if (staff.find(draft.login()).isPresent()) {
            return Optional.empty();
        }
        String password = passwords.generate();
        if (!staff.add(draft, passwords.hash(password), true, clock.instant())) {
            return Optional.empty();
        }
        String detail = draft.name() + ", " + String.join(" ", draft.roles()) + ", " + draft.areaPath();
        audit.record(actor, "staff.add", "staff:" + draft.login(), detail);
        events.publishEvent(new StaffChanged(draft.login(), Happening.CREATE));
        return Optional.of(password);
    }

    /** A new one-time password; running sessions end. */
    @Transactional
    String resetPassword(String login, String actor) {
        String password = passwords.generate();
        setPassword(login, password, actor);
        return password;
    }

    /** Somebody else's password; he must change it at his next sign-in, and his running sessions end. */
    @Transactional
    void setPassword(String login, String password, String actor) {
        staff.setPassword(login, passwords.hash(password), true);
        failures.forget(login);
        audit.record(actor, "staff.reset", "staff:" + login, "");
        standings.forget(login);
    }

    @Transactional
    void lock(String login, String actor) {
        staff.setLocked(login, true);
        audit.record(actor, "staff.lock", "staff:" + login, "");
        changed(login);
    }

    /** Opens both locks: the one set by hand and the one set by wrong passwords. */
    @Transactional
    void unlock(String login, String actor) {
        staff.setLocked(login, false);
        failures.forget(login);
        audit.record(actor, "staff.unlock", "staff:" + login, "");
        changed(login);
    }

    @Transactional
    void setRoles(String login, List<String> roles, String actor) {
        staff.setRoles(login, roles);
        audit.record(actor, "staff.roles", "staff:" + login, String.join(" ", roles));
        changed(login);
    }

    private void changed(String login) {
        standings.forget(login);
        events.publishEvent(new StaffChanged(login, Happening.CHANGE));
    }

    /** What is wrong with the wish; nothing where the password was changed. */
    @Transactional
    Optional<String> changeOwnPassword(String login, String old, String fresh) {
        if (old.length() > Passwords.LONGEST || !passwords.matches(old, staff.passwordOf(login))) {
            audit.record(login, "password.refused", "staff:" + login, "the old one was wrong");
            return Optional.of("WRONG");
        }
        Optional<String> fault = old.equals(fresh)
                ? Optional.of("SAME")
                : Passwords.faultOf(fresh, login).map(Enum::name);
        if (fault.isEmpty()) {
            staff.setPassword(login, passwords.hash(fresh), false);
            audit.record(login, "password.change", "staff:" + login, "");
            standings.forget(login);
        }
        return fault;
    }
}
