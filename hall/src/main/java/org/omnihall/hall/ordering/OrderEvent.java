package org.omnihall.hall.ordering;

import java.time.Instant;
import org.omnihall.hall.channel.ChannelId;

/**
 * One line of an order's history.
 *
 * @param state in which the order was then
 * @param remark a few words, such as the step that failed; may be empty
 */
public record OrderEvent(Instant at, String actor, ChannelId channel, OrderState state, String remark) {}
