package org.omnihall.hall.channel;

import java.util.Map;
import java.util.Set;
import org.omnihall.hall.openapi.Api;
import org.omnihall.hall.openapi.OpenResource;
import org.omnihall.hall.openapi.Relation;
import org.omnihall.hall.openapi.Writing;
import org.omnihall.hall.shell.Right;
import org.omnihall.tmf.Kind;
import org.omnihall.tmf.ResourceType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Channels as programs read them, and where the channel references of every TM Forum resource point. */
@Configuration
class SalesChannelResource {

    static final ResourceType TYPE = new ResourceType(
            "salesChannel",
            Map.of(
                    "code", Kind.TEXT,
                    "name", Kind.TEXT,
                    "channelClass", Kind.TEXT,
                    "channelKind", Kind.TEXT,
                    "ownership", Kind.TEXT,
                    "status", Kind.TEXT,
                    "grid.id", Kind.TEXT,
                    "parent.id", Kind.TEXT,
                    "contactCost.value", Kind.NUMBER,
                    "relatedChannel.id", Kind.TEXT),
            Set.of(
                    "code",
                    "name",
                    "englishName",
                    "channelClass",
                    "channelKind",
                    "ownership",
                    "status",
                    "openingHours",
                    "capacity",
                    "contactCost",
                    "area",
                    "grid",
                    "parent",
                    "position",
                    "relatedChannel"),
            Set.of());

    static final OpenResource SALES_CHANNEL = new OpenResource(
            new Api("salesChannel", "v1"),
            TYPE,
            new Relation(
                            "channel.sales_channel_resource",
                            Relation.Key.BIGINT,
                            Map.of(
                                    "code",
                                    "code",
                                    "name",
                                    "name",
                                    "channelClass",
                                    "class",
                                    "channelKind",
                                    "kind",
                                    "status",
                                    "status"),
                            "id")
                    .forAll(),
            Writing.NONE,
            Right.CHANNEL_SEE,
            Right.CHANNEL_CHANGE);

    @Bean
    static OpenResource salesChannel() {
        return SALES_CHANNEL;
    }
}
