package org.omnihall.hall.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.openapi.Specimen;
import org.springframework.context.ApplicationContext;

/** The channels that are there from the beginning, with a position and a relation, for the proof of their resource. */
public final class ChannelSpecimens {

    private ChannelSpecimens() {}

    public static Specimen.Source source() {
        return hall -> {
            put(hall);
            return Map.of(SalesChannelResource.SALES_CHANNEL.path(), Specimen.readOnly());
        };
    }

    private static void put(ApplicationContext hall) {
        Channels channels = hall.getBean(Channels.class);
        ChannelId app = channels.byCode("app").orElseThrow().id();
        ChannelId hotline = channels.byCode("hotline").orElseThrow().id();
        Position position = new Position(
                0,
                app,
                Set.of(CustomerSegment.LOW_VALUE, CustomerSegment.COMPANY_MICRO),
                Set.of("SALES", "SERVICE"),
                Set.of(ChannelFunction.SALE),
                Instant.EPOCH);
        assertThat(hall.getBean(Positions.class).placeNow(position, "specimens"))
                .isInstanceOf(ChannelChange.Done.class);
        Relation relation = new Relation(0, app, hotline, RelationKind.SUBSTITUTE, Optional.of("SERVICE"));
        assertThat(hall.getBean(Relations.class).declare(relation, "specimens")).isInstanceOf(ChannelChange.Done.class);
    }
}
