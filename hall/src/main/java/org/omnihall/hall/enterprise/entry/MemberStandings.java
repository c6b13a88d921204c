package org.omnihall.hall.enterprise.entry;

import java.util.Optional;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.UserLogins;
import org.springframework.stereotype.Component;

/** Who stands behind a badge right now. Asked at every request, so that a lock or a lost role works on running sessions at once. */
@Component
class MemberStandings {

    private final UserLogins logins;
    private final Companies companies;

    MemberStandings(UserLogins logins, Companies companies) {
        this.logins = logins;
        this.companies = companies;
    }

    /** Nobody where the login was locked, has a newer password, or is gone. */
    Optional<Member> of(Badge badge) {
        return logins.find(badge.user())
                .filter(user -> !user.locked() && user.epoch() == badge.epoch())
                .flatMap(user -> companies.find(user.companyId()).map(company -> new Member(user, company)));
    }
}
