package org.omnihall.hall.party;

import java.util.Map;

/**
 * A part of an Area whose companies one account manager looks after (网格, requirement B14).
 *
 * @param manager his login
 * @param managerLocked whether he cannot sign in any more, so that the grid needs another
 * @param companies how many companies lie in it, by tier
 * @param members how many of their subscribers are members today
 */
public record Grid(
        long id,
        String areaPath,
        String name,
        String manager,
        boolean managerLocked,
        Map<Tier, Long> companies,
        long members) {

    public Grid {
        companies = Map.copyOf(companies);
    }

    public long companiesOf(Tier tier) {
        return companies.getOrDefault(tier, 0L);
    }
}
