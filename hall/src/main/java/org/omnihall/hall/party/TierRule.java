package org.omnihall.hall.party;

import java.util.List;
import java.util.Optional;

/**
 * One line of the rules by which companies come into tiers (requirement D6). The first that a company meets counts.
 *
 * @param place where it stands in the order, from 1
 * @param leastSpend fen a month
 * @param leastMembers subscribers that are members today
 * @param industry for companies of this industry only
 */
public record TierRule(long id, int place, Tier tier, long leastSpend, int leastMembers, Optional<Industry> industry) {

    /**
     * What a company is judged by.
     *
     * @param spend fen a month
     * @param members subscribers that are members today
     */
    public record Facts(long spend, long members, Optional<Industry> industry) {}

    /**
     * What the rules say.
     *
     * @param place the place of the rule that was met; 0 where none was
     */
    public record Verdict(Tier tier, int place) {}

    /** The tier of a company: exactly one, whatever the rules; who meets none is MICRO. */
    public static Verdict judge(List<TierRule> rules, Facts facts) {
        return rules.stream()
                .filter(rule -> rule.isMetBy(facts))
                .findFirst()
                .map(rule -> new Verdict(rule.tier(), rule.place()))
                .orElse(new Verdict(Tier.MICRO, 0));
    }

    boolean isMetBy(Facts facts) {
        return facts.spend() >= leastSpend
                && facts.members() >= leastMembers
                && industry.map(only -> facts.industry().equals(Optional.of(only)))
                        .orElse(true);
    }
}
