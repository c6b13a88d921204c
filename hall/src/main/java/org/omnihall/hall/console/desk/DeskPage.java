package org.omnihall.hall.console.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.decision.Diversion;
import org.omnihall.hall.decision.SlotChoice;
import org.omnihall.hall.decision.SlotItem;
import org.omnihall.hall.interaction.CustomerCard;
import org.omnihall.hall.interaction.Handover;
import org.omnihall.hall.interaction.LoggedContact;
import org.omnihall.hall.messaging.MessageState;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.Product;

/**
 * All that the desk shows of a customer who is served.
 *
 * @param card of a subscriber, as the class of the channel sees it
 * @param taken the hand-over that brought him here and is not done
 * @param slot what the decision chose for this screen
 * @param next how to turn to him next; nothing where the slot offers nothing
 */
public record DeskPage(
        Visit visit,
        Channel here,
        Hit customer,
        Optional<CustomerCard> card,
        Optional<Handover> taken,
        Dealings dealings,
        Optional<Slot> slot,
        Optional<Next> next,
        List<Offer> offers,
        Names names) {

    /**
     * What the customer has begun, has, and did today at other touchpoints.
     *
     * @param handovers those on their way to another channel
     */
    public record Dealings(
            List<Order> carts,
            List<Order> orders,
            List<Product> products,
            List<Handover> handovers,
            List<LoggedContact> today) {}

    /**
     * The slot of the clerk's screen.
     *
     * @param offer what is offered, where the customer can order it
     */
    public record Slot(SlotChoice choice, Optional<Offer> offer) {}

    /**
     * How to turn to the customer next (requirement B34).
     *
     * @param sent how far the message got that offers it
     */
    public record Next(Diversion advice, SlotItem item, boolean allowed, Optional<MessageState> sent) {}

    /** What stands for ids, in the language of the reader. */
    public record Names(Map<ChannelId, String> channels, Map<String, String> offerings) {

        public String channel(ChannelId id) {
            return channels.getOrDefault(id, "–");
        }

        public String offering(String code) {
            return offerings.getOrDefault(code, code);
        }
    }

    public DeskPage {
        offers = List.copyOf(offers);
    }

    /** The address of the visit. */
    public String path() {
        return "/desk/visits/" + visit.id();
    }

    /** Names an order that is placed from this page: fresh each time it is drawn, so that the page orders once and the next one again. */
    public String key() {
        return Selling.key();
    }
}
