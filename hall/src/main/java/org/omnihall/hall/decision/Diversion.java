package org.omnihall.hall.decision;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.channel.ChannelId;

/**
 * Where a customer is best served for a business, and why (requirements B26, B27).
 *
 * @param reason the name of the reason; the words are {@code decision.reason.NAME}
 * @param principles the names of the principles that decided it; the words are {@code decision.principle.NAME}
 * @param to where he is steered; nothing where he stays
 * @param choices the other channels that serve now and may complete the business, the most advised first
 */
public record Diversion(
        Answer answer, String reason, List<String> principles, Optional<ChannelId> to, List<Choice> choices) {

    /** What is to be done; the words are {@code decision.answer.NAME}. */
    public enum Answer {
        HERE,
        DIVERTED,
        /** The channel where he is may not complete the business. */
        HANDED_OVER,
        NOWHERE
    }

    /**
     * One channel that could carry the business.
     *
     * @param related whether it is a complement or a substitute of the channel where he is
     * @param aimed whether the principles steer to its class
     * @param full whether it has as many contacts this hour as it can take
     */
    public record Choice(ChannelId channel, boolean related, boolean aimed, boolean full) {}

    public Diversion {
        principles = List.copyOf(principles);
        choices = List.copyOf(choices);
    }
}
