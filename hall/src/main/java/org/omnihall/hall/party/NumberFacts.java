package org.omnihall.hall.party;

import static org.omnihall.hall.party.NumberStanding.Reason.BOSS_REFUSED;
import static org.omnihall.hall.party.NumberStanding.Reason.DENIED;
import static org.omnihall.hall.party.NumberStanding.Reason.FOREIGN;
import static org.omnihall.hall.party.NumberStanding.Reason.PORTED_OUT;
import static org.omnihall.hall.party.NumberStanding.Reason.UNKNOWN;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.omnihall.hall.party.NumberStanding.NotOurs;
import org.omnihall.hall.party.NumberStanding.Ours;
import org.omnihall.hall.party.NumberStanding.Reason;

/** All that is known of a number, gathered before anything is decided. */
record NumberFacts(Optional<SegmentPlace> place, Entered entered, boolean bossAgrees) {

    /**
     * What was entered by hand or by import for one number.
     *
     * @param servedBy the operator it was ported to
     */
    record Entered(Optional<Operator> servedBy, Optional<NumberList> list) {
        static final Entered NONE = new Entered(Optional.empty(), Optional.empty());
    }

    /** One reason to say no; asked in order, the first that holds wins. */
    private record Rule(Reason reason, BiPredicate<NumberFacts, OperatorSettings> holds) {}

    private static final List<Rule> RULES = List.of(
            new Rule(UNKNOWN, (facts, us) -> facts.place().isEmpty()),
            new Rule(PORTED_OUT, (facts, us) -> facts.givenBy(us.name()) && !facts.servedBy(us.name())),
            new Rule(FOREIGN, (facts, us) -> !facts.servedBy(us.name())),
            new Rule(UNKNOWN, (facts, us) -> facts.province().isEmpty()),
            new Rule(FOREIGN, (facts, us) -> !us.provinces().contains(facts.province())),
            new Rule(BOSS_REFUSED, (facts, us) -> !facts.bossAgrees()));

    NumberStanding standing(OperatorSettings us) {
        if (listed(NumberList.DENY)) {
            return new NotOurs(DENIED);
        }
        Optional<Reason> no = RULES.stream()
                .filter(rule -> rule.holds().test(this, us))
                .map(Rule::reason)
                .findFirst();
        return no.isEmpty() || listed(NumberList.ALLOW) ? new Ours(province(), city()) : new NotOurs(no.get());
    }

    private boolean listed(NumberList list) {
        return entered.list().filter(list::equals).isPresent();
    }

    private boolean givenBy(Operator operator) {
        return place.filter(given -> given.operator() == operator).isPresent();
    }

    private boolean servedBy(Operator operator) {
        return entered.servedBy().map(served -> served == operator).orElseGet(() -> givenBy(operator));
    }

    private String province() {
        return place.map(SegmentPlace::province).orElse("");
    }

    private String city() {
        return place.map(SegmentPlace::city).orElse("");
    }
}
