package org.omnihall.hall.party.staff;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Adds {@code admin} where there is no staff yet, and says his generated password once, on standard output. */
@Component
public class FirstAdministrator implements SmartInitializingSingleton {

    static final String LOGIN = "admin";

    private final Staff staff;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final Clock clock;
    private final StaffSettings settings;
    private volatile Optional<String> password = Optional.empty();

    FirstAdministrator(Staff staff, Passwords passwords, AuditTrail audit, Clock clock, StaffSettings settings) {
        this.staff = staff;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!staff.isEmpty()) {
            return;
        }
        String generated = passwords.generate();
        Staff.Draft admin = new Staff.Draft(LOGIN, "Administrator", List.of(Roles.ADMINISTRATOR), "/");
        if (staff.add(admin, passwords.hash(generated), settings.changeFirstPassword(), clock.instant())) {
            audit.record("system", "staff.add", "staff:" + LOGIN, "the first administrator");
            password = Optional.of(generated);
            System.out.println("First administrator: " + LOGIN + "  password: " + generated
                    + "  (shown only now; change it after the first sign-in)");
        }
    }

    /** The password, only in the process that generated it: for tests and the demo. */
    public Optional<String> password() {
        return password;
    }
}
