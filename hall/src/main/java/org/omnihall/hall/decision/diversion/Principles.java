package org.omnihall.hall.decision.diversion;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.decision.CustomerBand;

/**
 * The five principles as an ordered decision table (requirement B27). A principle whose condition holds narrows the aim that earlier ones left;
 * one that would leave nothing does not fire. The first principle closes the table: what a valuable customer prefers comes before all else.
 */
final class Principles {

    private static final Set<ChannelClass> ALL = EnumSet.allOf(ChannelClass.class);
    private static final Set<ChannelClass> AWAY = EnumSet.of(ChannelClass.ELECTRONIC, ChannelClass.AGENT_STORE);

    private static final List<Rule> TABLE = List.of(
            new Rule(
                    Principle.HIGH_VALUE_PREFERRED,
                    (band, traits) -> band == CustomerBand.HIGH,
                    ALL,
                    Optional.of(Ranking.PREFERENCE),
                    true),
            new Rule(
                    Principle.LOW_VALUE_CHEAPEST,
                    (band, traits) -> band == CustomerBand.LOW,
                    AWAY,
                    Optional.of(Ranking.COST),
                    false),
            new Rule(
                    Principle.LOW_RISK_LOW_CONTACT_ELECTRONIC,
                    (band, traits) -> traits.lowRisk() && traits.lowContact(),
                    EnumSet.of(ChannelClass.ELECTRONIC),
                    Optional.empty(),
                    false),
            new Rule(
                    Principle.LOW_VALUE_BUSINESS_AWAY,
                    (band, traits) -> traits.lowValue(),
                    AWAY,
                    Optional.empty(),
                    false),
            new Rule(
                    Principle.STANDARD_TO_AGENTS,
                    (band, traits) -> traits.standard(),
                    EnumSet.of(ChannelClass.AGENT_STORE),
                    Optional.empty(),
                    false));

    private Principles() {}

    /**
     * One line of the table.
     *
     * @param aim the classes it steers to
     * @param ranking how it puts them in order; nothing leaves that to others
     * @param closes whether later lines are not asked any more
     */
    private record Rule(
            Principle principle,
            BiPredicate<CustomerBand, Traits> holds,
            Set<ChannelClass> aim,
            Optional<Ranking> ranking,
            boolean closes) {}

    /** The answer, for every case there is. */
    static Advice advise(CustomerBand band, Traits traits) {
        List<Principle> fired = new ArrayList<>();
        Set<ChannelClass> aim = ALL;
        Ranking ranking = Ranking.BALANCE;
        for (Rule rule : TABLE) {
            Set<ChannelClass> narrowed = EnumSet.copyOf(aim);
            narrowed.retainAll(rule.aim());
            if (rule.holds().test(band, traits) && !narrowed.isEmpty()) {
                fired.add(rule.principle());
                aim = narrowed;
                ranking = rule.ranking().orElse(ranking);
                if (rule.closes()) {
                    break;
                }
            }
        }
        return new Advice(fired, ranking, aim);
    }
}
