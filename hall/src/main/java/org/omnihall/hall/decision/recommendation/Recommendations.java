package org.omnihall.hall.decision.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.database.MomentId;
import org.omnihall.hall.decision.ChoiceNotKept;
import org.omnihall.hall.decision.SlotAnswer;
import org.omnihall.hall.decision.SlotChoices;
import org.omnihall.hall.decision.SlotRequest;
import org.omnihall.hall.openapi.Api;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.OpenResource;
import org.omnihall.hall.openapi.Relation;
import org.omnihall.hall.openapi.Stored;
import org.omnihall.hall.openapi.Writing;
import org.omnihall.hall.shell.Languages;
import org.omnihall.hall.shell.Right;
import org.omnihall.tmf.Kind;
import org.omnihall.tmf.Problem;
import org.omnihall.tmf.ResourceType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a slot shows, for touchpoints that are no pages of ours, as TM Forum's queryProductRecommendation (TMF680): a task that is done when it
 * is answered. What came of it is said by a patch of {@code outcome}, for which TM Forum has no attribute.
 */
@Configuration(proxyBeanMethods = false)
class Recommendations {

    static final Api API = new Api("recommendation", "v4");

    private static final String CLICKED = "clicked";

    private static final ResourceType TYPE = new ResourceType(
            "queryProductRecommendation",
            Map.of(
                    "recommendationType", Kind.TEXT,
                    "channel.id", Kind.TEXT,
                    "relatedParty.id", Kind.TEXT,
                    "recommendationItem.id", Kind.TEXT,
                    "validFor.startDateTime", Kind.MOMENT,
                    "outcome", Kind.TEXT),
            Set.of(
                    "name",
                    "description",
                    "recommendationType",
                    "instantSyncRecommendation",
                    "category",
                    "channel",
                    "place",
                    "productOrder",
                    "productOrderItem",
                    "relatedParty",
                    "shoppingCart",
                    "shoppingCartItem",
                    "recommendationItem",
                    "state",
                    "validFor",
                    "reason",
                    "outcome"),
            Set.of("recommendationItem", "state", "validFor", "reason", "channel", "relatedParty", "place"));

    @Bean
    static OpenResource queryProductRecommendation(Asking asking) {
        return new OpenResource(
                API,
                TYPE,
                new Relation(
                        "decision.recommendation",
                        Relation.Key.UUID,
                        Map.of("relatedParty.id", "party_id", "validFor.startDateTime", "at"),
                        "at desc, id desc"),
                Writing.NONE
                        .performing(Set.of("recommendationType", "channel"), asking::ask)
                        .changing(asking::came),
                Right.DECISION_SEE,
                Right.CARD_SEE);
    }

    /** Asks for clients. */
    @Component
    static class Asking {

        private final SlotChoices choices;
        private final Channels channels;
        private final ToldQuery words;
        private final Clock clock;

        Asking(SlotChoices choices, Channels channels, Languages languages, Clock clock) {
            this.choices = choices;
            this.channels = channels;
            this.words = new ToldQuery(languages);
            this.clock = clock;
        }

        Writing.Done ask(ObjectNode posted, ApiClient by) {
            SlotRequest request = request(PostedQuery.read(posted), by);
            return switch (answer(request, posted)) {
                case SlotAnswer.Chosen chosen ->
                    new Writing.Done(
                            chosen.choice().id().toString(), chosen.told().orElseThrow());
                case SlotAnswer.UnknownCustomer unknown -> throw PostedQuery.wrong("relatedParty.id is none of ours");
            };
        }

        private SlotAnswer answer(SlotRequest request, ObjectNode posted) {
            try {
                return choices.choose(request, (asked, choice) -> words.tell(posted, asked, choice));
            } catch (ChoiceNotKept lost) {
                throw new Problem(Problem.Code.BUSY, "The choice could not be kept: " + lost.fault());
            }
        }

        private SlotRequest request(PostedQuery query, ApiClient by) {
            Channel channel =
                    channels.find(query.channel()).orElseThrow(() -> PostedQuery.wrong("channel.id is none of ours"));
            if (by.channel().filter(own -> !own.equals(channel.code())).isPresent()) {
                throw new Problem(Problem.Code.NOT_ALLOWED, "The client speaks for another channel");
            }
            String area = query.area().orElse(by.areaPath());
            by.requireArea(area);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return new SlotRequest(query.place(), MomentId.at(now), channel.id(), query.customer(), area, now);
        }

        /** The customer wants to know more. Whether he ordered is found in the contact log. */
        boolean came(Stored before, ObjectNode after, ApiClient by) {
            ObjectNode same = after.deepCopy();
            same.set("outcome", before.body().path("outcome"));
            ObjectNode was = before.body().deepCopy();
            was.set("outcome", before.body().path("outcome"));
            if (!same.equals(was)) {
                throw PostedQuery.wrong("Only outcome can be said of a query that is done");
            }
            if (!after.path("outcome").asString("").equals(CLICKED)) {
                throw PostedQuery.wrong("outcome is " + CLICKED + "; what is ordered is known from the order");
            }
            choices.clicked(UUID.fromString(before.id()), clock.instant());
            return true;
        }
    }
}
