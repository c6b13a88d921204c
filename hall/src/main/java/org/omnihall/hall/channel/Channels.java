package org.omnihall.hall.channel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.omnihall.hall.database.Snapshot;
import org.omnihall.hall.shell.ShellSettings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The registry of channels, to be asked. An operator has some thousands, so they are kept in memory; a change is seen on this node when it
 * is done, on others within two seconds.
 */
@Component
public class Channels {

    private final ChannelTable table;
    private final Snapshot<Known> known;
    private final ShellSettings settings;

    Channels(ChannelTable table, ShellSettings settings) {
        this.table = table;
        this.settings = settings;
        this.known = new Snapshot<>(table::version, () -> Known.of(table.all()));
    }

    /** All channels in the order of their codes, closed ones too. */
    public List<Channel> all() {
        return known.value().all();
    }

    public Optional<Channel> find(ChannelId id) {
        return Optional.ofNullable(known.value().byId().get(id)).or(() -> table.find(id));
    }

    public Optional<Channel> byCode(String code) {
        return Optional.ofNullable(known.value().byCode().get(code)).or(() -> table.byCode(code));
    }

    /** The channels that serve at this moment: their status is open and so are their hours, on the clock of the operator's zone. */
    public List<Channel> open(Instant at) {
        return all().stream().filter(channel -> serves(channel, at)).toList();
    }

    /** Whether a channel serves at this moment. */
    public boolean serves(Channel channel, Instant at) {
        return channel.isOpen() && channel.service().hours().isOpen(at, settings.zone());
    }

    /** To be called within the transaction of a change. */
    void changed() {
        table.raiseVersion();
        known.changed();
    }

    @Scheduled(fixedDelay = 1000)
    void refresh() {
        known.refresh();
    }

    private record Known(List<Channel> all, Map<ChannelId, Channel> byId, Map<String, Channel> byCode) {

        static Known of(List<Channel> all) {
            return new Known(
                    List.copyOf(all),
                    all.stream().collect(Collectors.toMap(Channel::id, Function.identity())),
                    all.stream().collect(Collectors.toMap(Channel::code, Function.identity())));
        }
    }
}
