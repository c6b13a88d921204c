package org.omnihall.hall.party.staff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Component;

/** What a signed-in person may do right now: at most two seconds old, so a lock or a lost role works on running sessions too. */
@Component
class Standings {

    private static final Duration FRESH = Duration.ofSeconds(2);

    /** A person with the rights of his roles. */
    record Standing(StaffMember member, Set<Right> rights) {

        Standing {
            rights = Set.copyOf(rights);
        }

        Caller caller() {
            return new Caller(member.login(), member.name(), rights, member.areaPath());
        }
    }

    private final Staff staff;
    private final Roles roles;
    private final Cache<String, Optional<Standing>> fresh =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(10_000).build();

    Standings(Staff staff, Roles roles) {
        this.staff = staff;
        this.roles = roles;
    }

    Optional<Standing> of(String login) {
        return fresh.get(login, this::read);
    }

    /** Makes the next question ask the database. */
    void forget(String login) {
        fresh.invalidate(login);
    }

    private Optional<Standing> read(String login) {
        return staff.find(login).map(member -> new Standing(member, roles.rightsOf(member.roles())));
    }
}
