package org.omnihall.hall.console.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.interaction.Contact;
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
 * @param customers those of the hand-overs and the visits
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
        Map<Contact.Whom, Hit> customers,
        DeskPage.Names names,
        Instant now) {

    private static final Hit NOBODY = new Hit(false, 0, "–", "");

    public Hit of(Handover one) {
        return customers.getOrDefault(one.matter().whom(), NOBODY);
    }

    public Hit of(Visit one) {
        return customers.getOrDefault(one.whom(), NOBODY);
    }

    /** How long something has waited. */
    public Duration age(Handover one) {
        return Duration.between(one.given().at(), now);
    }
}
