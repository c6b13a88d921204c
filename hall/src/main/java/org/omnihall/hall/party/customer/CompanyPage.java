package org.omnihall.hall.party.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.party.AccountManagers.Appointed;
import org.omnihall.hall.party.AccountManagers.Candidate;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Consent;
import org.omnihall.hall.party.Membership;
import org.omnihall.hall.party.TierStanding;
import org.omnihall.hall.party.UserLogin;
import org.omnihall.hall.shell.Slice;

/** All that the page of a company shows. */
public record CompanyPage(
        Company company,
        Optional<Company> parent,
        List<Company> parts,
        Tiering tiering,
        Management management,
        Slice<Member> members,
        List<BillingAccount> accounts,
        List<UserLogin> logins,
        List<Consent> consents) {

    /** Its tier, why, and how it came to it. */
    public record Tiering(TierStanding standing, List<TierStanding.Moved> history) {}

    /**
     * Who could look after it, who did, and the grids it could lie in.
     *
     * @param own whether its manager is its own, not its grid's
     */
    public record Management(
            boolean own, List<Candidate> candidates, List<Appointed> history, Map<Long, String> grids) {}

    /** One of its members. */
    public record Member(Membership membership, String masked, String holder, boolean today) {}
}
