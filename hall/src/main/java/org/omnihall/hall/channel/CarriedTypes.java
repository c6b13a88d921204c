package org.omnihall.hall.channel;

import java.util.List;

/** The types of business that channels carry, told by whoever classifies business. */
public interface CarriedTypes {

    /** The codes of all types, such as {@code SALES}, in the order in which people read them. */
    List<String> codes();

    /** Whether channels of a class may complete business of a type today. */
    boolean mayComplete(String code, ChannelClass channelClass);
}
