package org.omnihall.hall.channel;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.shell.Amounts;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.ShellSettings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Places a channel anew and relates it to others, on its page. */
@Controller
class PositionScreen {

    private final Positions positions;
    private final Relations relations;
    private final Channels channels;
    private final ChannelDesk desk;
    private final ShellSettings settings;
    private final Clock clock;

    PositionScreen(
            Positions positions,
            Relations relations,
            Channels channels,
            ChannelDesk desk,
            ShellSettings settings,
            Clock clock) {
        this.positions = positions;
        this.relations = relations;
        this.channels = channels;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins at once where no moment is given. */
    @PostMapping("/channels/{id}/positions")
    @Demands(Right.CHANNEL_CHANGE)
    String place(
            Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "") Set<CustomerSegment> segment,
            @RequestParam(defaultValue = "") Set<String> type,
            @RequestParam(defaultValue = "") Set<ChannelFunction> function,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes next) {
        Channel channel = desk.his(caller, id);
        Optional<Instant> moment = Amounts.moment(from, settings.zone());
        if (moment.isEmpty() && !from.isEmpty()) {
            Flash.bad(next, "channel.fault.MOMENT");
            return "redirect:/channels/" + id;
        }
        Position wanted = new Position(0, channel.id(), segment, type, function, moment.orElse(clock.instant()));
        ChannelChange change =
                moment.isEmpty() ? positions.placeNow(wanted, caller.login()) : positions.place(wanted, caller.login());
        return ChannelDesk.tell(change, id, next);
    }

    @PostMapping("/channels/{id}/positions/{position}/withdraw")
    @Demands(Right.CHANNEL_CHANGE)
    String withdraw(Caller caller, @PathVariable long id, @PathVariable long position, RedirectAttributes next) {
        Channel channel = desk.his(caller, id);
        return ChannelDesk.tell(positions.withdraw(channel.id(), position, caller.login()), id, next);
    }

    /** Both channels must be the caller's business. */
    @PostMapping("/channels/{id}/relations")
    @Demands(Right.CHANNEL_CHANGE)
    String relate(
            Caller caller,
            @PathVariable long id,
            @RequestParam String other,
            @RequestParam RelationKind kind,
            @RequestParam(defaultValue = "") String type,
            RedirectAttributes next) {
        Channel channel = desk.his(caller, id);
        Optional<Channel> besides = channels.byCode(other.strip()).filter(one -> caller.covers(one.areaPath()));
        if (besides.isEmpty()) {
            Flash.bad(next, "channel.fault.OTHER");
            return "redirect:/channels/" + id;
        }
        Optional<String> only = type.isEmpty() ? Optional.empty() : Optional.of(type);
        Relation wanted = new Relation(0, channel.id(), besides.get().id(), kind, only);
        return ChannelDesk.tell(relations.declare(wanted, caller.login()), id, next);
    }

    @PostMapping("/channels/{id}/relations/{relation}/remove")
    @Demands(Right.CHANNEL_CHANGE)
    String unrelate(Caller caller, @PathVariable long id, @PathVariable long relation, RedirectAttributes next) {
        Channel channel = desk.his(caller, id);
        return ChannelDesk.tell(relations.remove(channel.id(), relation, caller.login()), id, next);
    }
}
