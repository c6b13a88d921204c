package org.omnihall.hall.catalogue;

import org.omnihall.hall.channel.ChannelClass;

/** What a class of channels may do with a type of business (requirement B16). */
public record Permission(BusinessType type, ChannelClass channelClass, Steering steering) {

    /** Sensitive business is completed in an own store and nowhere else, whatever the table says. */
    public boolean mayComplete() {
        boolean inPlace = type != BusinessType.SENSITIVE || channelClass == ChannelClass.OWN_STORE;
        return inPlace && steering.completes();
    }
}
