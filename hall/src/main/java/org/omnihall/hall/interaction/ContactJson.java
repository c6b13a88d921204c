package org.omnihall.hall.interaction;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Contacts on their way into the log: a whole batch is one parameter of one statement, which PostgreSQL takes apart again. */
final class ContactJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private record Row(
            Instant at,
            String source,
            String source_id,
            UUID journey,
            long channel_id,
            @Nullable Long subscriber_id,
            @Nullable Long company_id,
            @Nullable String user_name,
            String direction,
            String kind,
            @Nullable String business,
            String outcome,
            Map<String, String> detail,
            String area_path,
            @Nullable Long venue_id) {}

    private ContactJson() {}

    static String of(List<Contact> contacts) {
        return JSON.writeValueAsString(contacts.stream().map(ContactJson::row).toList());
    }

    /** A contact's details by themselves. */
    static String detail(Map<String, String> words) {
        return words.isEmpty() ? "{}" : JSON.writeValueAsString(words);
    }

    static Map<String, String> detail(String json) {
        return JSON.readValue(json, WORDS);
    }

    private static Row row(Contact contact) {
        return new Row(
                contact.at(),
                contact.source().name(),
                contact.source().id(),
                contact.journey(),
                contact.channel().value(),
                contact.whom().subscriber().orElse(null),
                contact.whom().company().orElse(null),
                contact.whom().user().orElse(null),
                contact.direction().name(),
                contact.kind().name(),
                contact.business().orElse(null),
                contact.outcome(),
                contact.detail(),
                contact.where().areaPath(),
                contact.where().venue().orElse(null));
    }
}
