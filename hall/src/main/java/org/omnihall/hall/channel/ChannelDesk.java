package org.omnihall.hall.channel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.omnihall.hall.party.Area;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Grids;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Flash;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What all screens of channels do alike: keep to the caller's Area, say what became of a change. */
@Component
class ChannelDesk {

    private final Channels channels;
    private final Areas areas;
    private final Grids grids;

    ChannelDesk(Channels channels, Areas areas, Grids grids) {
        this.channels = channels;
        this.areas = areas;
        this.grids = grids;
    }

    /** The Areas that the caller answers for, as a tree in order. */
    List<Area> areas(Caller caller) {
        return areas.all().stream().filter(area -> caller.covers(area.path())).toList();
    }

    /** The grids of his Areas: the texts of their ids, and their names. */
    Map<String, String> grids(Caller caller) {
        Map<String, String> names = new LinkedHashMap<>();
        grids.names(caller.areaPath()).forEach((id, name) -> names.put(Long.toString(id), name));
        return names;
    }

    /** The channel, if it is the caller's business; otherwise there is none. */
    Channel his(Caller caller, long id) {
        return channels.find(new ChannelId(id))
                .filter(channel -> caller.covers(channel.areaPath()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Tells on the next page, which is the channel's, what became of a change. */
    static String tell(ChannelChange change, long id, RedirectAttributes next) {
        switch (change) {
            case ChannelChange.Done now ->
                Flash.good(next, "channel.saved", now.channel().name(LocaleContextHolder.getLocale()));
            case ChannelChange.Refused no ->
                Flash.bad(next, "channel.refused." + no.reason().name());
        }
        return "redirect:/channels/" + id;
    }
}
