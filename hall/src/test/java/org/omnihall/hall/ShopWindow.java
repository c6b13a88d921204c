package org.omnihall.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.catalogue.BuyerKind;
import org.omnihall.hall.catalogue.Characteristic;
import org.omnihall.hall.catalogue.LifeCycle;
import org.omnihall.hall.catalogue.OfferingBook;
import org.omnihall.hall.catalogue.OfferingChange;
import org.omnihall.hall.catalogue.Price;
import org.omnihall.hall.catalogue.Prices;
import org.omnihall.hall.catalogue.ProductFamily;
import org.omnihall.hall.catalogue.ProductOffering;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelBook;
import org.omnihall.hall.channel.ChannelChange;
import org.omnihall.hall.channel.ChannelFunction;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.channel.ChannelStatus;
import org.omnihall.hall.channel.CustomerSegment;
import org.omnihall.hall.channel.OpeningHours;
import org.omnihall.hall.channel.Ownership;
import org.omnihall.hall.channel.Position;
import org.omnihall.hall.channel.Positions;
import org.omnihall.hall.channel.Relation;
import org.omnihall.hall.channel.RelationKind;
import org.omnihall.hall.channel.Relations;
import org.omnihall.hall.channel.ServiceTerms;
import org.springframework.context.ApplicationContext;

/** Channels and offerings for the {@link Furniture}: with something planned, related and asked, so that every form is there. */
record ShopWindow(ApplicationContext hall) {

    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    void put(String actor, String badName) {
        Channel one = channel("0-bad", badName, actor);
        Channel other = channel("1-bad", badName, actor);
        assertThat(hall.getBean(Positions.class)
                        .place(
                                new Position(
                                        0,
                                        one.id(),
                                        Set.of(CustomerSegment.LOW_VALUE),
                                        Set.of("SALES"),
                                        Set.of(ChannelFunction.SALE),
                                        LATER),
                                actor))
                .isInstanceOf(ChannelChange.Done.class);
        assertThat(hall.getBean(Relations.class)
                        .declare(new Relation(0, one.id(), other.id(), RelationKind.ENHANCE, Optional.empty()), actor))
                .isInstanceOf(ChannelChange.Done.class);
        assertThat(hall.getBean(OfferingBook.class).add(offering(badName), actor))
                .isInstanceOf(OfferingChange.Done.class);
        assertThat(hall.getBean(Prices.class).set(new Price(0, "0-bad", Price.Kind.USAGE, badName, 1, LATER), actor))
                .isInstanceOf(OfferingChange.Done.class);
    }

    private Channel channel(String code, String badName, String actor) {
        Channel wanted = new Channel(
                new ChannelId(0),
                code,
                badName,
                ChannelKind.KIOSK,
                "/evil/",
                badName,
                Ownership.PARTNER,
                Optional.empty(),
                badName,
                ChannelStatus.OPEN,
                new ServiceTerms(OpeningHours.ALWAYS, Optional.of(1), 1));
        return switch (hall.getBean(ChannelBook.class).add(wanted, actor)) {
            case ChannelChange.Done done -> done.channel();
            case ChannelChange.Refused refused -> throw new AssertionError(refused);
        };
    }

    private static ProductOffering offering(String badName) {
        return new ProductOffering(
                "0-bad",
                new ProductOffering.Texts(badName, badName, badName, badName),
                ProductFamily.BUSINESS_WLAN,
                "recharge",
                LifeCycle.DESIGN,
                Set.of(BuyerKind.PERSON),
                Optional.of(1),
                1,
                1,
                List.of(new Characteristic(
                        "bad", badName, badName, Characteristic.Type.CHOICE, true, List.of(badName))),
                List.of(badName),
                ProductOffering.Bundle.NONE,
                Optional.empty(),
                LATER);
    }
}
