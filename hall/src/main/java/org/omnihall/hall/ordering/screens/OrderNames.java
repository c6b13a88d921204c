package org.omnihall.hall.ordering.screens;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.omnihall.hall.catalogue.Characteristic;
import org.omnihall.hall.catalogue.Offerings;
import org.omnihall.hall.catalogue.ProductOffering;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.OrderItem;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.springframework.stereotype.Component;

/** What stands for ids on the screens: names of companies, offerings and channels, numbers with most digits hidden. */
@Component
class OrderNames {

    private final Companies companies;
    private final Subscribers subscribers;
    private final Offerings offerings;
    private final Channels channels;

    OrderNames(Companies companies, Subscribers subscribers, Offerings offerings, Channels channels) {
        this.companies = companies;
        this.subscribers = subscribers;
        this.offerings = offerings;
        this.channels = channels;
    }

    Map<Buyer, String> buyers(List<Buyer> some) {
        return some.stream().distinct().collect(Collectors.toMap(Function.identity(), this::buyer));
    }

    Map<String, String> offerings(Locale language) {
        return offerings.names(language);
    }

    /** What was answered, by the names of the questions and in their order; numbers with most digits hidden. */
    Map<String, String> answers(OrderItem item, Locale language) {
        Map<String, String> named = new LinkedHashMap<>();
        Map<String, String> left = new TreeMap<>(item.answers());
        List<Characteristic> asked =
                offerings.find(item.offering()).map(ProductOffering::asked).orElse(List.of());
        for (Characteristic question : asked) {
            Optional.ofNullable(left.remove(question.code()))
                    .ifPresent(answer -> named.put(question.name(language), shown(question, answer)));
        }
        left.forEach((code, answer) ->
                named.put(code, Msisdn.parse(answer).map(Msisdn::masked).orElse(answer)));
        return named;
    }

    private static String shown(Characteristic question, String answer) {
        return question.type() == Characteristic.Type.MSISDN
                ? Msisdn.parse(answer).map(Msisdn::masked).orElse("–")
                : answer;
    }

    Map<ChannelId, String> channels(Locale language) {
        return channels.all().stream().collect(Collectors.toMap(Channel::id, one -> one.name(language)));
    }

    private String buyer(Buyer buyer) {
        return switch (buyer) {
            case Buyer.Firm firm ->
                companies.find(firm.company()).map(Company::name).orElse("–");
            case Buyer.Person person ->
                subscribers.numberOf(person.subscriber()).map(Msisdn::masked).orElse("–");
        };
    }
}
