package org.omnihall.hall.catalogue;

import java.util.EnumSet;
import java.util.Set;

/** Where an offering stands in its life, what may be done with it there, and what may follow (requirement D16). */
public enum LifeCycle {
    DESIGN,
    TRIAL,
    LAUNCH,
    GROWTH,
    MATURE,
    RETIRED;

    /** What somebody may want to do with an offering. */
    public enum Action {
        /** Change what orders rely on: the questions, the fulfilment plan, the buyers, the parts. */
        CHANGE_FACTS,
        CHANGE_TEXTS,
        CHANGE_PRICES,
        TRY,
        ORDER,
        /** Take it out of the catalogue as if it had never been. */
        REMOVE
    }

    public boolean allows(Action action) {
        return actions().contains(action);
    }

    /** What may be done with an offering in this state. */
    public Set<Action> actions() {
        return switch (this) {
            case DESIGN -> EnumSet.of(Action.CHANGE_FACTS, Action.CHANGE_TEXTS, Action.CHANGE_PRICES, Action.REMOVE);
            case TRIAL -> EnumSet.of(Action.CHANGE_FACTS, Action.CHANGE_TEXTS, Action.CHANGE_PRICES, Action.TRY);
            case LAUNCH, GROWTH -> EnumSet.of(Action.CHANGE_TEXTS, Action.CHANGE_PRICES, Action.TRY, Action.ORDER);
            case MATURE -> EnumSet.of(Action.CHANGE_TEXTS, Action.CHANGE_PRICES, Action.ORDER);
            case RETIRED -> EnumSet.noneOf(Action.class);
        };
    }

    /** The states that may follow. */
    public Set<LifeCycle> next() {
        return switch (this) {
            case DESIGN -> EnumSet.of(TRIAL, LAUNCH);
            case TRIAL -> EnumSet.of(DESIGN, LAUNCH, RETIRED);
            case LAUNCH -> EnumSet.of(GROWTH, RETIRED);
            case GROWTH -> EnumSet.of(MATURE, RETIRED);
            case MATURE -> EnumSet.of(RETIRED);
            case RETIRED -> EnumSet.noneOf(LifeCycle.class);
        };
    }

    /** Whether customers can see an offering in this state, so that it must be able to be fulfilled (requirement D2). */
    public boolean isPublished() {
        return this != DESIGN && this != RETIRED;
    }
}
