package org.omnihall.hall.interaction;

import java.util.Map;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.openapi.Specimen;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;

/** Interactions by which the proof of TMF630 tries TMF683. */
public final class InteractionSpecimens {

    private InteractionSpecimens() {}

    public static Specimen.Source source() {
        return hall -> {
            long li = hall.getBean(Subscribers.class).idOf(new Msisdn("13857100683"));
            long hotline = hall.getBean(Channels.class)
                    .byCode("hotline")
                    .orElseThrow()
                    .id()
                    .value();
            String channel = "\"channel\":[{\"id\":\"" + hotline + "\",\"role\":\"hotline\"}]";
            String customer =
                    "\"relatedParty\":[{\"id\":\"" + li + "\",\"role\":\"customer\",\"@referredType\":\"Subscriber\"}]";
            return Map.of(
                    PartyInteractions.API.path() + "/partyInteraction",
                    Specimen.of(
                            "",
                            "{\"reason\":\"About a bill\",\"direction\":\"inbound\",\"description\":\"中文\",\"note\":null,"
                                    + channel + "," + customer + "}",
                            "{\"reason\":\"COMPLAINT\",\"direction\":\"inbound\",\"status\":\"opened\"," + channel + ","
                                    + customer
                                    + ",\"interactionDate\":{\"startDateTime\":\"2026-11-01T08:00:00+08:00\"}}",
                            "{\"reason\":\"CALL\",\"direction\":\"outbound\"," + channel
                                    + ",\"interactionItem\":[{\"id\":\"1\",\"reason\":\"menu\",\"resolution\":\"done\"}]}"));
        };
    }
}
