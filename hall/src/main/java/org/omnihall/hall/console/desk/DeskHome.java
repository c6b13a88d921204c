package org.omnihall.hall.console.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param titles the customers of all lines, by the id of the hand-over or visit
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
        Map<Object, Hit> titles,
        DeskPage.Names names,
        Instant now) {

    public Hit of(Handover one) {
        return titles.getOrDefault(one.id(), new Hit(false, 0, "–", ""));
    }

    public Hit of(Visit one) {
        return titles.getOrDefault(one.id(), new Hit(false, 0, "–", ""));
    }

    /** How long something has waited. */
    public Duration age(Handover one) {
        return Duration.between(one.given().at(), now);
    }

    /** The visit in which a hand-over is being served. */
    public Optional<Visit> visitOf(Handover one) {
        return open.stream()
                .filter(visit -> visit.handover().filter(id -> id == one.id()).isPresent())
                .findFirst();
    }
}
