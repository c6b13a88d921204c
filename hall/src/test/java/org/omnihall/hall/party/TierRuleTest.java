package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.party.TierRule.Facts;
import org.omnihall.hall.party.TierRule.Verdict;

class TierRuleTest {

    private static final List<TierRule> RULES = List.of(
            rule(1, Tier.A, 5_000_000, 0, Optional.of(Industry.HEALTH)),
            rule(2, Tier.A, 10_000_000, 500, Optional.empty()),
            rule(3, Tier.B, 1_000_000, 0, Optional.empty()),
            rule(4, Tier.C, 0, 10, Optional.empty()));

    @Test
    void countsTheFirstRuleThatIsMet() {
        assertThat(judge(5_000_000, 0, Industry.HEALTH)).isEqualTo(new Verdict(Tier.A, 1));
        assertThat(judge(4_999_999, 0, Industry.HEALTH)).isEqualTo(new Verdict(Tier.B, 3));
        assertThat(judge(5_000_000, 0, Industry.TRADE)).isEqualTo(new Verdict(Tier.B, 3));
    }

    @Test
    void asksForBothSpendAndMembersWhereARuleNamesBoth() {
        assertThat(judge(10_000_000, 500, Industry.TRADE)).isEqualTo(new Verdict(Tier.A, 2));
        assertThat(judge(10_000_000, 499, Industry.TRADE)).isEqualTo(new Verdict(Tier.B, 3));
        assertThat(judge(9_999_999, 500, Industry.TRADE)).isEqualTo(new Verdict(Tier.B, 3));
    }

    @Test
    void takesWhoMeetsNoRuleForMicro() {
        assertThat(judge(999_999, 9, Industry.TRADE)).isEqualTo(new Verdict(Tier.MICRO, 0));
        assertThat(judge(999_999, 10, Industry.TRADE)).isEqualTo(new Verdict(Tier.C, 4));
        assertThat(TierRule.judge(List.of(), new Facts(Long.MAX_VALUE, 1, Optional.empty())))
                .isEqualTo(new Verdict(Tier.MICRO, 0));
    }

    /** Whatever the rules: there is one tier, it is the same again, and spending more never lowers it where better tiers stand first. */
    @Test
    void givesEveryCompanyExactlyOneTierAndMoreSpendNoLowerOne() {
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            List<TierRule> rules = new ArrayList<>();
            int place = 0;
            for (Tier tier : Tier.values()) {
                rules.add(rule(++place, tier, random.nextInt(1_000), random.nextInt(10), Optional.empty()));
            }
            Facts facts = new Facts(random.nextInt(1_200), random.nextInt(12), Optional.empty());
            Verdict verdict = TierRule.judge(rules, facts);
            Verdict richer = TierRule.judge(
                    rules, new Facts(facts.spend() + random.nextInt(500), facts.members(), Optional.empty()));
            assertThat(TierRule.judge(rules, facts)).isEqualTo(verdict);
            assertThat(richer.tier()).isLessThanOrEqualTo(verdict.tier());
        }
    }

    private static Verdict judge(long spend, int members, Industry industry) {
        return TierRule.judge(RULES, new Facts(spend, members, Optional.of(industry)));
    }

    private static TierRule rule(int place, Tier tier, long spend, int members, Optional<Industry> industry) {
        return new TierRule(place, place, tier, spend, members, industry);
    }
}
