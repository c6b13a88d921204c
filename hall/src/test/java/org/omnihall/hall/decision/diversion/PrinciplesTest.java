package org.omnihall.hall.decision.diversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.channel.ChannelClass.ACCOUNT_MANAGER;
import static org.omnihall.hall.channel.ChannelClass.AGENT_STORE;
import static org.omnihall.hall.channel.ChannelClass.ELECTRONIC;
import static org.omnihall.hall.channel.ChannelClass.OWN_STORE;
import static org.omnihall.hall.decision.diversion.Principle.HIGH_VALUE_PREFERRED;
import static org.omnihall.hall.decision.diversion.Principle.LOW_RISK_LOW_CONTACT_ELECTRONIC;
import static org.omnihall.hall.decision.diversion.Principle.LOW_VALUE_BUSINESS_AWAY;
import static org.omnihall.hall.decision.diversion.Principle.LOW_VALUE_CHEAPEST;
import static org.omnihall.hall.decision.diversion.Principle.STANDARD_TO_AGENTS;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.decision.CustomerBand;

/** The table has one answer for each of its 48 cases, and the answers are those of the source. */
class PrinciplesTest {

    private static final Traits NOTHING = new Traits(false, false, false, false);

    @Test
    void hasOneAnswerForEveryCase() {
        assertThat(cases()).hasSize(48).allSatisfy(one -> {
            Advice advice = Principles.advise(one.band(), one.traits());
            assertThat(advice.classes()).isNotEmpty();
            assertThat(advice.fired())
                    .isSortedAccordingTo(Comparator.naturalOrder())
                    .doesNotHaveDuplicates();
            assertThat(advice).isEqualTo(Principles.advise(one.band(), one.traits()));
            assertThat(advice.fired().isEmpty())
                    .isEqualTo(advice.ranking() == Ranking.BALANCE
                            && advice.classes().size() == 4);
        });
    }

    @Test
    void firesOnlyWhatHolds() {
        assertThat(cases()).allSatisfy(one -> {
            List<Principle> fired = Principles.advise(one.band(), one.traits()).fired();
            assertThat(fired.contains(HIGH_VALUE_PREFERRED)).isEqualTo(one.band() == CustomerBand.HIGH);
            assertThat(fired.contains(LOW_VALUE_CHEAPEST)).isEqualTo(one.band() == CustomerBand.LOW);
            if (fired.contains(LOW_RISK_LOW_CONTACT_ELECTRONIC)) {
                assertThat(one.traits().lowRisk() && one.traits().lowContact()).isTrue();
            }
            if (fired.contains(LOW_VALUE_BUSINESS_AWAY)) {
                assertThat(one.traits().lowValue()).isTrue();
            }
            if (fired.contains(STANDARD_TO_AGENTS)) {
                assertThat(one.traits().standard()).isTrue();
            }
        });
    }

    @Test
    void letsAValuableCustomersPreferenceComeBeforeAllElse() {
        Traits all = new Traits(true, true, true, true);
        assertThat(Principles.advise(CustomerBand.HIGH, all))
                .isEqualTo(new Advice(
                        List.of(HIGH_VALUE_PREFERRED),
                        Ranking.PREFERENCE,
                        Set.of(OWN_STORE, AGENT_STORE, ELECTRONIC, ACCOUNT_MANAGER)));
    }

    @Test
    void steersTheRestAsTheSourceSays() {
        assertThat(Principles.advise(CustomerBand.LOW, NOTHING))
                .isEqualTo(new Advice(List.of(LOW_VALUE_CHEAPEST), Ranking.COST, Set.of(AGENT_STORE, ELECTRONIC)));
        assertThat(Principles.advise(CustomerBand.MIDDLE, new Traits(true, true, false, false)))
                .isEqualTo(new Advice(List.of(LOW_RISK_LOW_CONTACT_ELECTRONIC), Ranking.BALANCE, Set.of(ELECTRONIC)));
        assertThat(Principles.advise(CustomerBand.MIDDLE, new Traits(true, false, true, false)))
                .isEqualTo(
                        new Advice(List.of(LOW_VALUE_BUSINESS_AWAY), Ranking.BALANCE, Set.of(AGENT_STORE, ELECTRONIC)));
        assertThat(Principles.advise(CustomerBand.MIDDLE, new Traits(false, false, false, true)))
                .isEqualTo(new Advice(List.of(STANDARD_TO_AGENTS), Ranking.BALANCE, Set.of(AGENT_STORE)));
        assertThat(Principles.advise(CustomerBand.MIDDLE, NOTHING).fired()).isEmpty();
    }

    @Test
    void keepsToTheEarlierPrincipleWhereTwoWantDifferentThings() {
        assertThat(Principles.advise(CustomerBand.LOW, new Traits(true, true, true, true)))
                .isEqualTo(new Advice(
                        List.of(LOW_VALUE_CHEAPEST, LOW_RISK_LOW_CONTACT_ELECTRONIC, LOW_VALUE_BUSINESS_AWAY),
                        Ranking.COST,
                        Set.of(ELECTRONIC)));
    }

    private record Case(CustomerBand band, Traits traits) {}

    private static Stream<Case> cases() {
        return Stream.of(CustomerBand.values())
                .flatMap(band -> IntStream.range(0, 16)
                        .mapToObj(bits -> new Case(
                                band, new Traits((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0))));
    }
}
