package org.omnihall.hall.decision.diversion;

import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.channel.ChannelId;

/**
 * One channel that could carry the business.
 *
 * @param preference the customer's, from 0 to 1
 * @param costFen of one contact there
 * @param full whether it has as many contacts this hour as it can take
 * @param related whether it stands to the channel where the customer is as a complement or a substitute, for this type of business
 */
record Option(
        ChannelId channel, ChannelClass ofClass, double preference, long costFen, boolean full, boolean related) {}
