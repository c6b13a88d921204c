package org.omnihall.hall.console.desk;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.decision.Diversion;
import org.omnihall.hall.ordering.Order;

/**
 * The form of a hand-over.
 *
 * @param order the cart or order that is handed over; nothing for a wish
 * @param business the code of the business that it is
 * @param businessName its name, or that of the offering
 * @param ways the channels that may take it, the most advised first
 * @param others the names of channels that may carry it but are not related to this one
 */
public record HandoverForm(
        Visit visit,
        Channel here,
        Optional<Order> order,
        String business,
        String businessName,
        Diversion advice,
        List<Way> ways,
        List<String> others,
        Typed typed) {

    /** One channel that may take it. */
    public record Way(Channel channel, boolean aimed, boolean full) {}

    /**
     * What was typed.
     *
     * @param to the code of the chosen channel
     * @param tell whether he is to be told by SMS
     * @param fault the word key of what was wrong; empty where nothing was
     */
    public record Typed(String to, String remark, boolean tell, String fault) {}

    /** Whether a way is the one that stands ticked. */
    public boolean isChosen(Way way) {
        return typed.to().isEmpty()
                ? way.equals(ways.getFirst())
                : way.channel().code().equals(typed.to());
    }
}
