package org.omnihall.hall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What a published definition says of one resource's answers. It looks at every answer that the other checks are given. */
final class Contract implements Published {

    /** A characteristic without a value tells nothing: the definition of carts left it out, all others have it. */
    private static final Set<String> LEFT_OUT =
            Set.of("cartItem[].product.productCharacteristic[].value is not in the definition");

    /** Of what to show to a customer the definition says neither why nor how likely, and cannot be asked again or told what came of it. */
    private static final String RECOMMENDATION = "/queryProductRecommendation";

    private static final Set<String> BESIDE = Set.of(
            "GET all: is not in the definition",
            "PATCH one: is not in the definition",
            "channel[].role is not in the definition",
            "outcome is not in the definition",
            "reason is not in the definition",
            "recommendationItem[].probability is not in the definition",
            "recommendationItem[].text is not in the definition",
            "recommendationItem[].title is not in the definition");

    private final String path;
    private final JsonNode definition;
    private final PublishedSchema schema;
    private final Set<String> seen = Collections.synchronizedSet(new TreeSet<>());
    private final Set<String> faults = Collections.synchronizedSet(new TreeSet<>());

    /** @param path of the resource, with the interface's */
    Contract(String path, JsonNode definition) {
        this.path = path;
        this.definition = definition;
        this.schema = new PublishedSchema(definition.path("definitions"));
    }

    /** Notes what is wrong with an answer. */
    @Override
    public void look(String method, String target, Wire.Answer answer) {
        String asked = target.replaceAll("\\?.*", "");
        boolean one = asked.startsWith(path + "/");
        if ((!one && !asked.equals(path)) || answer.body().isEmpty()) {
            return;
        }
        boolean refused = answer.status() >= 400;
        String kind = method + (one ? " one" : " all") + (refused ? " refused" : "");
        Optional<JsonNode> published =
                refused ? Optional.of(definition.path("definitions").path("Error")) : published(method, one);
        seen.add(kind);
        published.ifPresentOrElse(
                expected -> schema.faults(expected, answer.json(), refused || !target.contains("fields=")).stream()
                        .map(fault -> fault.replaceAll("\\[\\d+]", "[]").replaceFirst("^(\\[])?\\.", ""))
                        .filter(fault -> !LEFT_OUT.contains(fault) && !isBeside(fault))
                        .forEach(fault -> faults.add(kind + ": " + fault)),
                () -> Optional.of(kind + ": is not in the definition")
                        .filter(fault -> !isBeside(fault))
                        .ifPresent(faults::add));
    }

    /** Whether it is an extension of ours, as TMF630 lets an interface have them. */
    private boolean isBeside(String fault) {
        return path.endsWith(RECOMMENDATION) && BESIDE.contains(fault);
    }

    private Optional<JsonNode> published(String method, boolean one) {
        String name = path.substring(path.lastIndexOf('/')) + (one ? "/{id}" : "");
        JsonNode answer = definition
                .path("paths")
                .path(name)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses")
                .path(method.equals("POST") ? "201" : "200")
                .path("schema");
        return Optional.of(answer).filter(found -> !found.isMissingNode());
    }

    @Override
    public void isKept(Conformance.Target target) {
        assertThat(seen).as("answers looked at").contains("GET all", "GET one", "GET all refused", "GET one refused");
        assertThat(seen.contains("POST all")).isEqualTo(target.offers("POST"));
        assertThat(seen.contains("PATCH one")).isEqualTo(target.offers("PATCH"));
        assertThat(faults).as("against the published definition").isEmpty();
    }
}
