package org.omnihall.hall.party;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides whose subscriber a number is. */
@Component
public class NumberPlan {

    private final Overrides overrides;
    private final SegmentsInUse segments;
    private final BossPort boss;
    private final OperatorSettings settings;

    NumberPlan(Overrides overrides, SegmentsInUse segments, BossPort boss, OperatorSettings settings) {
        this.overrides = overrides;
        this.segments = segments;
        this.boss = boss;
        this.settings = settings;
    }

    /**
     * The standing of a number. Every outcome takes the same look-ups, so that the time tells nothing (access rule 6): one statement,
     * one place in memory and, where one is configured, one question to the business support system.
     */
    public NumberStanding judge(Msisdn msisdn) {
        return look(msisdn).standing();
    }

    /** The same with all that was weighed, for those who are asked why. */
    public NumberSight look(Msisdn msisdn) {
        Optional<SegmentPlace> place = segments.at(msisdn.segment());
        NumberFacts.Entered entered = overrides.of(msisdn);
        BossAnswer answer = boss.ask(msisdn);
        NumberFacts facts = new NumberFacts(place, entered, boss.agrees(answer));
        return new NumberSight(msisdn, place, entered.servedBy(), entered.list(), answer, facts.standing(settings));
    }
}
