package org.omnihall.hall.console.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.ordering.Buyer;

/**
 * One customer served at the desk, from the moment he came until he went.
 *
 * @param login who serves him
 * @param areaPath of the channel
 * @param journey what he set out to do; that of the hand-over where one was taken
 * @param whom a subscriber or a company
 * @param handover the hand-over that was taken for him
 * @param told whether he was told what the slot shows
 * @param wanted whether he wanted it
 * @param offered the message that offered it
 */
public record Visit(
        UUID id,
        String login,
        ChannelId channel,
        String areaPath,
        UUID journey,
        Contact.Whom whom,
        Optional<Long> handover,
        Instant begunAt,
        boolean told,
        boolean wanted,
        Optional<UUID> offered,
        Optional<Instant> endedAt) {

    /** What came of it. */
    public enum Outcome {
        SERVED,
        ORDERED,
        INFORMED,
        HANDED_OVER,
        /** He went before he was served. */
        LEFT
    }

    public Buyer buyer() {
        return whom.subscriber()
                .<Buyer>map(Buyer.Person::new)
                .orElseGet(() -> new Buyer.Firm(whom.company().orElseThrow(), Optional.empty()));
    }

    /** How logs and audit call him. */
    String subject() {
        return whom.subscriber()
                .map(id -> "subscriber:" + id)
                .orElseGet(() -> "company:" + whom.company().orElseThrow());
    }
}
