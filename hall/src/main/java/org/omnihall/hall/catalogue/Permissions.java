package org.omnihall.hall.catalogue;

import java.util.Arrays;
import java.util.List;
import org.omnihall.hall.catalogue.Completion.Allowed;
import org.omnihall.hall.catalogue.Completion.Reason;
import org.omnihall.hall.catalogue.Completion.Refused;
import org.omnihall.hall.channel.CarriedTypes;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelClass;
import org.springframework.stereotype.Component;

/**
 * Which channel may complete which business (requirement B16). Whoever completes one asks here first, on every path: a sensitive business is
 * refused outside an own store even where the table would allow it.
 */
@Component
public class Permissions implements CarriedTypes {

    private final Businesses businesses;
    private final Offerings offerings;

    Permissions(Businesses businesses, Offerings offerings) {
        this.businesses = businesses;
        this.offerings = offerings;
    }

    public Permission of(BusinessType type, ChannelClass channelClass) {
        return businesses.permissions().of(type, channelClass);
    }

    public Completion mayComplete(Business business, Channel channel) {
        return judge(of(business.type(), channel.ofClass()), channel);
    }

    /** Whether the channel may take an order for the offering: its business decides, and that of each part of a bundle. */
    public Completion mayComplete(ProductOffering offering, Channel channel) {
        Completion own = mayComplete(businesses.find(offering.business()).orElseThrow(), channel);
        return offering.bundle().parts().stream()
                .map(part -> mayComplete(offerings.find(part.offering()).orElseThrow(), channel))
                .filter(Refused.class::isInstance)
                .findFirst()
                .orElse(own);
    }

    @Override
    public List<String> codes() {
        return Arrays.stream(BusinessType.values()).map(Enum::name).toList();
    }

    @Override
    public boolean mayComplete(String code, ChannelClass channelClass) {
        return of(BusinessType.valueOf(code), channelClass).mayComplete();
    }

    /** The decision itself: pure. */
    static Completion judge(Permission permission, Channel channel) {
        if (!permission.mayComplete()) {
            boolean sensitive =
                    permission.type() == BusinessType.SENSITIVE && permission.channelClass() != ChannelClass.OWN_STORE;
            return new Refused(sensitive ? Reason.SENSITIVE_OUTSIDE_OWN_STORE : Reason.TYPE_NOT_HERE);
        }
        return channel.isOpen() ? new Allowed(permission) : new Refused(Reason.CHANNEL_NOT_OPEN);
    }
}
