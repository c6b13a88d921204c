package org.omnihall.hall.channel;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Pages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Gathers what the page of one channel shows. */
@Component
class ChannelPage {

    private final Channels channels;
    private final Positions positions;
    private final Relations relations;
    private final ChannelDesk desk;
    private final Pages pages;

    ChannelPage(Channels channels, Positions positions, Relations relations, ChannelDesk desk, Pages pages) {
        this.channels = channels;
        this.positions = positions;
        this.relations = relations;
        this.desk = desk;
        this.pages = pages;
    }

    View of(Caller caller, Channel channel, Instant now) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("channel", channel);
        shown.put("serves", channels.serves(channel, now));
        shown.put("parent", channel.parent().flatMap(channels::find).filter(above -> caller.covers(above.areaPath())));
        shown.put("areas", desk.areas(caller));
        shown.put("grid", desk.grids(caller).getOrDefault(channel.grid(), channel.grid()));
        shown.put("positions", positions.of(channel.id()));
        shown.put("position", positions.at(channel.id(), now));
        shown.put("now", now);
        shown.put("types", positions.businessTypes());
        List<RelatedChannel> related = relations.of(channel.id()).stream()
                .map(relation -> new RelatedChannel(
                        relation, channels.find(relation.besides(channel.id())).orElseThrow()))
                .filter(one -> caller.covers(one.other().areaPath()))
                .toList();
        shown.put("relations", related);
        return pages.html("channel/channel", shown);
    }
}
