package org.omnihall.hall.ordering;

import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Times;

/**
 * Which orders are looked for; what is empty asks for nothing.
 *
 * @param areaPath the Area of who asks
 */
public record OrderFilter(
        String areaPath,
        Optional<OrderState> state,
        Optional<Long> company,
        Optional<Long> subscriber,
        Optional<String> offering,
        Optional<ChannelId> channel,
        Optional<Instant> from,
        Optional<Instant> until) {

    public static OrderFilter all(String areaPath) {
        return new OrderFilter(
                areaPath,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Conditions conditions() {
        return new Conditions()
                .below("area_path", areaPath)
                .and("state = :state", "state", state.map(OrderState::name))
                .and("company_id = :company", "company", company)
                .and("subscriber_id = :subscriber", "subscriber", subscriber)
                .and(
                        "exists (select from ordering.order_item i where i.order_id = o.id and i.offering_code = :offering)",
                        "offering",
                        offering)
                .and("channel_id = :channel", "channel", channel.map(ChannelId::value))
                .and("placed_at >= :from", "from", from.map(Times::at))
                .and("placed_at < :until", "until", until.map(Times::at));
    }
}
