package org.omnihall.hall.decision.diversion;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.interaction.Contacts;
import org.springframework.stereotype.Component;

/** Which channels are full: as many customers turned to them in the last hour as they can take. Looked at every five seconds at most. */
@Component
class Loads {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final LoadingCache<ChannelId, Long> lastHour;

    Loads(Contacts contacts, Clock clock) {
        this.lastHour = Caffeine.newBuilder()
                .expireAfterWrite(FRESH)
                .build(channel -> contacts.inboundOn(channel, clock.instant().minus(HOUR)));
    }

    /** A channel without a limit is never full. */
    boolean isFull(Channel channel) {
        return channel.service()
                .contactsPerHour()
                .filter(most -> Objects.requireNonNull(lastHour.get(channel.id())) >= most)
                .isPresent();
    }
}
