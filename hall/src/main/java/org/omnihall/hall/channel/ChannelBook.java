package org.omnihall.hall.channel;

import java.util.Optional;
import org.omnihall.hall.channel.ChannelChange.Done;
import org.omnihall.hall.channel.ChannelChange.Reason;
import org.omnihall.hall.channel.ChannelChange.Refused;
import org.omnihall.tmf.Happening;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds and changes channels; every change is audited. */
@Component
public class ChannelBook {

    private static final int DEEPEST = 20;

    private final ChannelTable table;
    private final Channels channels;
    private final ChannelTrail trail;

    ChannelBook(ChannelTable table, Channels channels, ChannelTrail trail) {
        this.table = table;
        this.channels = channels;
        this.trail = trail;
    }

    /** Adds a channel; the id in it is not looked at. */
    @Transactional
    public ChannelChange add(Channel wanted, String actor) {
        channels.changed();
        if (table.byCode(wanted.code()).isPresent()) {
            return new Refused(Reason.CODE_TAKEN);
        }
        Optional<Reason> reason = refuses(wanted);
        return reason.isPresent()
                ? new Refused(reason.get())
                : done(table.insert(wanted), "channel.add", Happening.CREATE, actor);
    }

    /** Changes everything but the code and the status, which stay as they are. */
    @Transactional
    public ChannelChange change(Channel wanted, String actor) {
        channels.changed();
        Optional<Channel> before = table.locked(wanted.id());
        if (before.isEmpty()) {
            return new Refused(Reason.UNKNOWN);
        }
        if (before.get().status() == ChannelStatus.CLOSED) {
            return new Refused(Reason.CLOSED);
        }
        Channel next = with(wanted, before.get().code(), before.get().status());
        Optional<Reason> reason = refuses(next);
        if (reason.isPresent()) {
            return new Refused(reason.get());
        }
        table.update(next);
        return done(next.id(), "channel.change", Happening.CHANGE, actor);
    }

    /** Opens, suspends or closes a channel. */
    @Transactional
    public ChannelChange move(ChannelId id, ChannelStatus status, String actor) {
        channels.changed();
        Optional<Channel> before = table.locked(id);
        if (before.isEmpty()) {
            return new Refused(Reason.UNKNOWN);
        }
        if (!before.get().status().next().contains(status)) {
            return new Refused(Reason.STATUS);
        }
        table.update(with(before.get(), before.get().code(), status));
        return done(id, "channel.move", Happening.STATE, actor);
    }

    private Optional<Reason> refuses(Channel wanted) {
        if (!wanted.ownership().fits(wanted.ofClass())) {
            return Optional.of(Reason.OWNERSHIP);
        }
        return wanted.parent().flatMap(parent -> refusesParent(wanted.id(), parent));
    }

    /** Walks up; the row of the version is held by now, so that nobody else moves a channel meanwhile. */
    private Optional<Reason> refusesParent(ChannelId id, ChannelId parent) {
        Optional<Channel> above = table.find(parent);
        if (above.isEmpty()) {
            return Optional.of(Reason.PARENT_UNKNOWN);
        }
        for (int depth = 0; above.isPresent() && depth < DEEPEST; depth++) {
            if (above.get().id().equals(id)) {
                return Optional.of(Reason.PARENT_BELOW);
            }
            above = above.get().parent().flatMap(table::find);
        }
        return above.map(deeper -> Reason.PARENT_BELOW);
    }

    private ChannelChange done(ChannelId id, String act, Happening happening, String actor) {
        Channel now = table.find(id).orElseThrow();
        trail.record(actor, act, now, ChannelWords.of(now), happening);
        return new Done(now);
    }

    private static Channel with(Channel channel, String code, ChannelStatus status) {
        return new Channel(
                channel.id(),
                code,
                channel.name(),
                channel.kind(),
                channel.areaPath(),
                channel.englishName(),
                channel.ownership(),
                channel.parent(),
                channel.grid(),
                status,
                channel.service());
    }
}
