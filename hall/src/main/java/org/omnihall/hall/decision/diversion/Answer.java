package org.omnihall.hall.decision.diversion;

import java.util.List;
import org.omnihall.hall.channel.ChannelId;

/** Where the customer is best served. */
sealed interface Answer {

    /** Why a channel is left though it could do the business (requirement B26). */
    enum Cause {
        COST,
        CAPACITY
    }

    /** Why he stays. */
    enum Stay {
        /** No other permitted channel is a complement or a substitute of this one. */
        NO_RELATED_CHANNEL,
        /** This channel is as good as any that he may be steered to. */
        GOOD_HERE,
        /** He is valuable, and this channel has room: his own choice counts. */
        HIS_CHOICE
    }

    record Here(Stay why, Advice advice) implements Answer {}

    record Diverted(ChannelId to, Cause cause, Advice advice) implements Answer {}

    /** The channel where he is may not complete the business: it goes on there, and nothing is asked twice. */
    record HandedOver(ChannelId to, Advice advice) implements Answer {}

    /** No open channel may complete it. */
    record Nowhere() implements Answer {}

    /** The principles that decided it. */
    default List<Principle> fired() {
        return switch (this) {
            case Here here -> here.advice().fired();
            case Diverted diverted -> diverted.advice().fired();
            case HandedOver over -> over.advice().fired();
            case Nowhere nowhere -> List.of();
        };
    }
}
