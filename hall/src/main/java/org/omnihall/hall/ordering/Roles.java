package org.omnihall.hall.ordering;

import java.util.Set;
import org.omnihall.hall.party.UserLogin;

/** What a login may do for its company's orders. Pure. */
final class Roles {

    private Roles() {}

    /** Whether the login is the company's, is not locked, and holds one of the roles. */
    static boolean holds(UserLogin user, Buyer.Firm firm, UserLogin.Role... roles) {
        return user.companyId() == firm.company()
                && !user.locked()
                && Set.of(roles).stream().anyMatch(user.roles()::contains);
    }
}
