package org.omnihall.hall.decision.recommendation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.omnihall.hall.decision.SlotChoice;
import org.omnihall.hall.decision.SlotItem;
import org.omnihall.hall.decision.SlotRequest;
import org.omnihall.hall.shell.Languages;
import tools.jackson.databind.node.ObjectNode;

/** Puts a choice into the words of TMF680: what was posted, what is recommended, and why, in both languages. */
final class ToldQuery {

    /** So long a recommendation may be shown, unless its item ends before. */
    static final Duration VALID = Duration.ofMinutes(30);

    private static final String OFFERING = "/tmf-api/productCatalogManagement/v4/productOffering/";

    private final Languages languages;

    ToldQuery(Languages languages) {
        this.languages = languages;
    }

    /** @param posted as the client sent it; it stands in the answer unchanged */
    String tell(ObjectNode posted, SlotRequest request, SlotChoice choice) {
        ObjectNode told = posted.deepCopy();
        List.copyOf(told.propertyNames()).stream()
                .filter(name -> told.path(name).isNull())
                .forEach(told::remove);
        told.put("@type", "QueryProductRecommendation").put("state", "done").put("instantSyncRecommendation", true);
        told.putObject("validFor")
                .put("startDateTime", request.at().toString())
                .put("endDateTime", end(request.at(), choice).toString());
        both(told.putObject("reason"), language -> choice.reason().in(languages.in(language)));
        told.putArray("recommendationItem");
        choice.item()
                .ifPresent(item -> item(told.withArray("recommendationItem").addObject(), item, choice));
        return told.toString();
    }

    private static void item(ObjectNode told, SlotItem item, SlotChoice choice) {
        told.put("@type", "SlotItem").put("id", item.code()).put("priority", 1);
        both(told.putObject("title"), item.words()::title);
        both(told.putObject("text"), item.words()::text);
        told.put("probability", choice.probability());
        ObjectNode product = told.putObject("product").put("name", item.words().titleZh());
        item.offering().ifPresent(code -> {
            offering(product.putObject("productOffering"), code);
            offering(told.putObject("productOffering"), code);
        });
    }

    private static void offering(ObjectNode reference, String code) {
        reference.put("id", code).put("href", OFFERING + code).put("@referredType", "ProductOffering");
    }

    private static void both(ObjectNode texts, Function<Locale, String> said) {
        texts.put("zh", said.apply(Locale.SIMPLIFIED_CHINESE)).put("en", said.apply(Locale.ENGLISH));
    }

    private static Instant end(Instant from, SlotChoice choice) {
        Instant usual = from.plus(VALID);
        return choice.item()
                .flatMap(SlotItem::until)
                .filter(until -> until.isBefore(usual))
                .or(() -> Optional.of(usual))
                .orElseThrow();
    }
}
