package org.omnihall.bench.phone;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a network says of a phone that asks it (RFC 8908).
 *
 * @param held whether the phone has to log in
 * @param portal the way to do so
 * @param left how long it stays online, where that has a bound
 */
public record Captivity(boolean held, URI portal, Optional<Duration> left) {

    static final String TYPE = "application/captive+json";

    private static final JsonMapper JSON = new JsonMapper();

    static Captivity of(Page answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.status() != 200 || !type.equals(TYPE)) {
            throw new IllegalStateException(
                    answer.address() + " is no Captive Portal API: " + answer.status() + " " + type);
        }
        JsonNode told = JSON.readTree(answer.html());
        return new Captivity(
                told.required("captive").asBoolean(),
                URI.create(told.required("user-portal-url").asString()),
                Optional.ofNullable(told.get("seconds-remaining"))
                        .map(seconds -> Duration.ofSeconds(seconds.asLong())));
    }
}
