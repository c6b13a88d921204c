package org.omnihall.hall.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnihall.hall.catalogue.ProductOffering.Bundle;
import org.omnihall.hall.catalogue.ProductOffering.Texts;
import org.omnihall.hall.shell.Typed;

/**
 * Reads an offering out of a form or a line of a file. Fields: code, name, englishName, description, englishDescription, family, business,
 * buyers ({@code PERSON}, {@code COMPANY} or both), trialDays, least, most, plan (kinds of steps), parts, discount (in percent).
 */
final class OfferingFields {

    private static final int MOST_QUANTITY = 1_000_000;
    private static final int MOST_STEPS = 30;

    private OfferingFields() {}

    /** The offering in design with these questions, or nothing where a field is wrong. */
    static Optional<ProductOffering> read(Typed in, List<Characteristic> asked) {
        String code = in.matching("code", "(?!new$)[a-z0-9][a-z0-9-]{0,39}");
        Texts texts = new Texts(
                in.required("name", 60),
                in.optional("englishName", 60),
                in.optional("description", 500),
                in.optional("englishDescription", 500));
        Optional<ProductFamily> family = in.choice("family", ProductFamily.class);
        String business = in.required("business", 40);
        Set<BuyerKind> buyers = buyers(in);
        Optional<Integer> trial = in.maybeNumber("trialDays", 1, 365).map(Long::intValue);
        int least = (int) in.number("least", 1, MOST_QUANTITY);
        int most = (int) in.number("most", 1, MOST_QUANTITY);
        if (least > most) {
            in.wrong("most", "catalogue.fault.QUANTITY");
        }
        List<String> plan = plan(in);
        Bundle bundle = bundle(in);
        return in.isWrong()
                ? Optional.empty()
                : Optional.of(new ProductOffering(
                        code,
                        texts,
                        family.orElseThrow(),
                        business,
                        LifeCycle.DESIGN,
                        buyers,
                        trial,
                        least,
                        most,
                        asked,
                        plan,
                        bundle,
                        Optional.empty(),
                        Instant.EPOCH));
    }

    /** What a form or a file shows of an offering. */
    static Typed of(ProductOffering offering) {
        Map<String, String> fields = new HashMap<>();
        fields.put("code", offering.code());
        fields.put("name", offering.texts().name());
        fields.put("englishName", offering.texts().englishName());
        fields.put("description", offering.texts().description());
        fields.put("englishDescription", offering.texts().englishDescription());
        fields.put("family", offering.family().name());
        fields.put("business", offering.business());
        fields.put("buyers", offering.buyers().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")));
        fields.put("trialDays", offering.trialDays().map(Object::toString).orElse(""));
        fields.put("least", Integer.toString(offering.least()));
        fields.put("most", Integer.toString(offering.most()));
        fields.put("plan", String.join(", ", offering.fulfilment()));
        fields.put("parts", BundleText.of(offering.bundle().parts()));
        fields.put("discount", offering.bundle().discountPercent());
        return new Typed(fields);
    }

    private static Set<BuyerKind> buyers(Typed in) {
        Set<String> words =
                Set.copyOf(List.of(in.text("buyers").toUpperCase(Locale.ROOT).split("[,\\s]+", 3)));
        Set<BuyerKind> buyers = Arrays.stream(BuyerKind.values())
                .filter(kind -> words.contains(kind.name()))
                .collect(Collectors.toSet());
        if (buyers.isEmpty() || buyers.size() < words.size()) {
            in.wrong("buyers", "shell.fault.CHOICE");
        }
        return buyers;
    }

    private static List<String> plan(Typed in) {
        List<String> steps = in.has("plan") ? List.of(in.text("plan").split("[,\\s]+", MOST_STEPS + 1)) : List.of();
        if (steps.size() > MOST_STEPS || steps.stream().anyMatch(step -> !step.matches("[a-z][a-z0-9.-]{0,39}"))) {
            in.wrong("plan", "catalogue.fault.PLAN");
        }
        return steps;
    }

    private static Bundle bundle(Typed in) {
        Optional<List<BundlePart>> parts = BundleText.read(in.text("parts"));
        if (parts.isEmpty()) {
            in.wrong("parts", "catalogue.fault.PARTS");
        }
        String discount = in.has("discount") ? in.text("discount") : "0";
        boolean sound = discount.matches("100(\\.0)?|\\d{1,2}(\\.\\d)?");
        if (!sound) {
            in.wrong("discount", "catalogue.fault.DISCOUNT");
        }
        int permille = sound ? new BigDecimal(discount).movePointRight(1).intValueExact() : 0;
        return parts.filter(some -> !some.isEmpty())
                .map(some -> new Bundle(some, permille))
                .orElse(Bundle.NONE);
    }
}
