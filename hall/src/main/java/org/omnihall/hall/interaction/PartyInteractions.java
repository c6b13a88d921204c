package org.omnihall.hall.interaction;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.database.MomentId;
import org.omnihall.hall.openapi.Api;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.OpenResource;
import org.omnihall.hall.openapi.Relation;
import org.omnihall.hall.openapi.Writing;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Right;
import org.omnihall.tmf.Kind;
import org.omnihall.tmf.Problem;
import org.omnihall.tmf.ResourceType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.node.ObjectNode;

/** The contact log as TM Forum's partyInteraction (TMF683): read and added to, never changed. */
@Configuration(proxyBeanMethods = false)
class PartyInteractions {

    static final Api API = new Api("partyInteraction", "v4");

    private static final ResourceType TYPE = new ResourceType(
            "partyInteraction",
            Map.of(
                    "direction", Kind.TEXT,
                    "reason", Kind.TEXT,
                    "status", Kind.TEXT,
                    "creationDate", Kind.MOMENT,
                    "interactionDate.startDateTime", Kind.MOMENT,
                    "channel.id", Kind.TEXT,
                    "relatedParty.id", Kind.TEXT),
            Set.of(
                    "direction",
                    "reason",
                    "description",
                    "status",
                    "creationDate",
                    "interactionDate",
                    "channel",
                    "relatedParty",
                    "interactionItem",
                    "interactionRelationship",
                    "note"),
            Set.of());

    @Bean
    static OpenResource partyInteraction(Contacts contacts, Channels channels, Subscribers subscribers, Clock clock) {
        return new OpenResource(
                API,
                TYPE,
                new Relation(
                        "interaction.party_interaction",
                        Relation.Key.BIGINT,
                        Map.of("relatedParty.id", "party_id", "interactionDate.startDateTime", "at"),
                        "at desc, id desc"),
                Writing.NONE.creating(
                        Set.of("reason", "direction", "channel"),
                        (posted, by) -> write(posted, by, contacts, new Known(channels, subscribers), clock)),
                Right.CUSTOMER_SEE,
                Right.CUSTOMER_CHANGE);
    }

    /** What a posted interaction may name. */
    private record Known(Channels channels, Subscribers subscribers) {

        void require(PostedInteraction told, ApiClient by) {
            Channel channel = channels.find(told.channel())
                    .orElseThrow(() -> PostedInteraction.wrong("channel.id is none of ours"));
            if (by.channel().filter(own -> !own.equals(channel.code())).isPresent()) {
                throw new Problem(Problem.Code.NOT_ALLOWED, "The client speaks for another channel");
            }
            boolean stranger = told.party()
                    .filter(id -> !told.company() && subscribers.numberOf(id).isEmpty())
                    .isPresent();
            if (stranger) {
                throw PostedInteraction.wrong("relatedParty.id is none of ours");
            }
        }
    }

    private static String write(ObjectNode posted, ApiClient by, Contacts contacts, Known known, Clock clock) {
        PostedInteraction told = PostedInteraction.read(posted, clock.instant());
        known.require(told, by);
        UUID journey = told.follows()
                .map(id -> contacts.find(id)
                        .filter(row -> row.contact().where().areaPath().startsWith(by.areaPath()))
                        .map(row -> row.contact().journey())
                        .orElseThrow(() -> PostedInteraction.wrong("interactionRelationship.id is none of ours")))
                .orElseGet(() -> MomentId.at(clock.instant()));
        ObjectNode kept = posted.deepCopy();
        List.copyOf(kept.propertyNames()).stream()
                .filter(name -> kept.path(name).isNull())
                .forEach(kept::remove);
        return Long.toString(contacts.post(told.contact(journey, by.areaPath()), kept.toString()));
    }
}
