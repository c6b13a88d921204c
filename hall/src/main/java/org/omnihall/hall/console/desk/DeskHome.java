package org.omnihall.hall.console.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.interaction.Handover;
import org.omnihall.hall.shell.Slice;

/**
 * The start of the desk.
 *
 * @param choices where he may serve
 * @param typed what he looked for; nothing where he has not looked
 * @param hits what was found
 * @param more whether there are others
 * @param waiting what waits at his channel
 * @param given what his channel handed over
 * @param handed the customers of the hand-overs, by their ids
 * @param visited the customers of the visits, by their ids
 */
public record DeskHome(
        Optional<Channel> here,
        List<Channel> choices,
        Optional<String> typed,
        List<Hit> hits,
        boolean more,
        Slice<Handover> waiting,
        List<Handover> given,
        List<Visit> open,
        List<Visit> served,
        Map<Long, Hit> handed,
        Map<UUID, Hit> visited,
        DeskPage.Names names,
        Instant now) {

    private static final Hit NOBODY = new Hit(false, 0, "–", "");

    public Hit of(Handover one) {
        return handed.getOrDefault(one.id(), NOBODY);
    }

    public Hit of(Visit one) {
        return visited.getOrDefault(one.id(), NOBODY);
    }

    /** How long something has waited. */
    public Duration age(Handover one) {
        return Duration.between(one.given().at(), now);
    }
}
