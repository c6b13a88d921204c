package org.omnihall.hall.ordering.boss;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the business support system said to a command. */
sealed interface BossReply {

    /** It is done. */
    record Done(String reference) implements BossReply {}

    /** It will never be done. */
    record Refused(String said) implements BossReply {}

    /** Whether it is done is not known: it is told again. */
    record Unsure(String why) implements BossReply {}

    JsonMapper JSON = JsonMapper.builder().build();

    /**
     * 2xx with an object that names its {@code reference} is done: a page that something in between gives out under 200 is not. 4xx but 408
     * and 429 is refused.
     */
    static BossReply of(int status, String body) {
        if (status / 100 == 2) {
            String reference = reference(body);
            return reference.isEmpty() ? new Unsure(status + " without a reference") : new Done(reference);
        }
        boolean refused = status / 100 == 4 && status != 408 && status != 429;
        return refused ? new Refused(status + " " + body) : new Unsure(Integer.toString(status));
    }

    private static String reference(String body) {
        try {
            JsonNode told = JSON.readTree(body);
            return told.path("reference").isString() ? told.path("reference").asString() : "";
        } catch (JacksonException broken) {
            return "";
        }
    }
}
