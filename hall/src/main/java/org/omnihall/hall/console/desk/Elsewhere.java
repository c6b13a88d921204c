package org.omnihall.hall.console.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnihall.hall.catalogue.Business;
import org.omnihall.hall.catalogue.Businesses;
import org.omnihall.hall.catalogue.Offerings;
import org.omnihall.hall.catalogue.ProductOffering;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.console.desk.DeskCounter.Served;
import org.omnihall.hall.decision.CustomerBand;
import org.omnihall.hall.decision.Diversion;
import org.omnihall.hall.decision.Diversions;
import org.springframework.stereotype.Component;

/** Asks the one decision where a business can be done and where the customer is best served (requirements B26, B27). */
@Component
class Elsewhere {

    private static final int NAMED = 3;

    private final Diversions diversions;
    private final Businesses businesses;
    private final Offerings offerings;
    private final Channels channels;

    Elsewhere(Diversions diversions, Businesses businesses, Offerings offerings, Channels channels) {
        this.diversions = diversions;
        this.businesses = businesses;
        this.offerings = offerings;
        this.channels = channels;
    }

    /** What would be decided for him now. */
    Diversion look(Served served, Business business) {
        return diversions.look(of(served, business));
    }

    /** Decides, and has it written down. */
    Diversion decide(Served served, Business business) {
        return diversions.decide(of(served, business));
    }

    /** The business that ordering an offering is. */
    Optional<Business> business(String offering) {
        return offerings.find(offering).map(ProductOffering::business).flatMap(businesses::find);
    }

    /** The types of business that whoever completes an order for an offering must be able to complete: its parts' too. */
    Set<String> types(String offering) {
        return offerings.find(offering).stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one.business()),
                        one.bundle().parts().stream()
                                .flatMap(part -> offerings.find(part.offering()).stream())
                                .map(ProductOffering::business)))
                .flatMap(code -> businesses.find(code).stream())
                .map(business -> business.type().name())
                .collect(Collectors.toSet());
    }

    /** The names of the first three channels that serve now and may do it, related ones first; a dash where there is none. */
    String names(Served served, Business business, Locale language) {
        List<String> names = look(served, business).choices().stream()
                .sorted(Comparator.comparing(choice -> !choice.related()))
                .limit(NAMED)
                .map(choice -> name(choice.channel(), language))
                .toList();
        return names.isEmpty() ? "–" : String.join(" · ", names);
    }

    String name(ChannelId channel, Locale language) {
        return channels.find(channel).map(one -> one.name(language)).orElse("–");
    }

    private static Diversions.Case of(Served served, Business business) {
        return new Diversions.Case(
                served.visit().journey(),
                served.here(),
                served.visit().whom().subscriber(),
                business,
                CustomerBand.MIDDLE);
    }
}
