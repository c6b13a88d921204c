package org.omnihall.hall.decision.recommendation;

import java.util.Map;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.openapi.Specimen;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;

/** Queries by which the proof of TMF630 tries TMF680. */
public final class RecommendationSpecimens {

    private RecommendationSpecimens() {}

    public static Specimen.Source source() {
        return hall -> {
            long li = hall.getBean(Subscribers.class).idOf(new Msisdn("13857100680"));
            long hotline = hall.getBean(Channels.class)
                    .byCode("hotline")
                    .orElseThrow()
                    .id()
                    .value();
            String channel = "\"channel\":[{\"id\":\"" + hotline + "\",\"role\":\"hotline\"}]";
            String customer =
                    "\"relatedParty\":{\"id\":\"" + li + "\",\"role\":\"customer\",\"@referredType\":\"Subscriber\"}";
            return Map.of(
                    Recommendations.API.path() + "/queryProductRecommendation",
                    Specimen.of(
                            "{\"outcome\":\"clicked\"}",
                            "{\"recommendationType\":\"portal\",\"name\":\"中文\",\"description\":null," + channel + ","
                                    + customer + "}",
                            "{\"recommendationType\":\"hotline\",\"instantSyncRecommendation\":true," + channel + ","
                                    + customer + ",\"place\":{\"id\":\"/\",\"role\":\"where he is\"}}",
                            "{\"recommendationType\":\"portal\"," + channel
                                    + ",\"shoppingCart\":[{\"id\":\"1\",\"href\":\"/x\"}]}"));
        };
    }
}
