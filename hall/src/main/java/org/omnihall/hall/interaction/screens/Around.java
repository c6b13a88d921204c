package org.omnihall.hall.interaction.screens;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.interaction.LoggedContact;
import org.omnihall.hall.party.Area;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a list of contacts shows beside the contacts: names of channels in the caller's language and of Areas, numbers with most digits hidden. */
@Component
class Around {

    private final Channels channels;
    private final Subscribers subscribers;
    private final Areas areas;

    Around(Channels channels, Subscribers subscribers, Areas areas) {
        this.channels = channels;
        this.subscribers = subscribers;
        this.areas = areas;
    }

    Map<ChannelId, String> channelNames(Collection<LoggedContact> rows) {
        return names(rows.stream().map(row -> row.contact().channel()));
    }

    Map<ChannelId, String> names(Stream<ChannelId> ids) {
        Map<ChannelId, String> names = new HashMap<>();
        ids.distinct()
                .flatMap(id -> channels.find(id).stream())
                .forEach((Channel channel) -> names.put(channel.id(), channel.name(LocaleContextHolder.getLocale())));
        return names;
    }

    /** By path. */
    Map<String, String> areaNames() {
        return areas.all().stream().collect(Collectors.toMap(Area::path, Area::name));
    }

    /** Masked, by subscriber. */
    Map<Long, String> numbers(Collection<LoggedContact> rows) {
        List<Long> ids = rows.stream()
                .flatMap(row -> row.contact().whom().subscriber().stream())
                .distinct()
                .toList();
        Map<Long, String> masked = new HashMap<>();
        subscribers.numbersOf(ids).forEach((id, number) -> masked.put(id, number.masked()));
        return masked;
    }

    /** The subscriber of a number; empty where nobody has it. */
    Optional<Long> subscriber(Msisdn number) {
        return subscribers.find(number);
    }
}
