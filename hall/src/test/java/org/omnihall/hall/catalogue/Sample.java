package org.omnihall.hall.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.catalogue.ProductOffering.Bundle;
import org.omnihall.hall.catalogue.ProductOffering.Texts;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.channel.ChannelStatus;
import org.omnihall.hall.channel.SomeChannel;

/** Things of the catalogue for tests. */
final class Sample {

    static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");

    static final List<BusinessType> CELLS = List.of(
            BusinessType.SERVICE,
            BusinessType.SALES,
            BusinessType.INCENTIVE,
            BusinessType.SENSITIVE,
            BusinessType.RETENTION,
            BusinessType.STRATEGIC);

    private Sample() {}

    static ProductOffering offering(String code, LifeCycle state) {
        return new ProductOffering(
                code,
                new Texts(code, "", "", ""),
                ProductFamily.BUSINESS_WLAN,
                "order-standard",
                state,
                Set.of(BuyerKind.COMPANY),
                Optional.of(14),
                1,
                10,
                List.of(),
                List.of("wlan"),
                Bundle.NONE,
                Optional.empty(),
                NOON);
    }

    static ProductOffering bundle(String code, LifeCycle state, int discountPermille, BundlePart... parts) {
        return new ProductOffering(
                code,
                new Texts(code, "", "", ""),
                ProductFamily.BUSINESS_WLAN,
                "order-standard",
                state,
                Set.of(BuyerKind.COMPANY),
                Optional.empty(),
                1,
                10,
                List.of(),
                List.of(),
                new Bundle(List.of(parts), discountPermille),
                Optional.empty(),
                NOON);
    }

    static Channel channel(ChannelKind kind, ChannelStatus status) {
        return SomeChannel.of("some", kind, "/", status);
    }
}
