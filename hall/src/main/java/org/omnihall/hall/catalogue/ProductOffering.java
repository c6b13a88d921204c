package org.omnihall.hall.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.catalogue.LifeCycle.Action;

/**
 * What can be bought (TMF620 ProductOffering).
 *
 * @param code how programs call it, such as {@code business-wlan}
 * @param business the code of the business that ordering it is; it decides which channels may take the order
 * @param buyers who may buy it
 * @param trialDays how long it can be tried; nothing where it cannot
 * @param least the smallest quantity of one order
 * @param most the greatest quantity of one order
 * @param asked what has to be said at the order, in the order of asking
 * @param fulfilment the kinds of the steps that make it real, in their order; empty for a bundle, whose parts have their own
 * @param bundle what it is made of and its discount
 * @param migrateTo where its customers go when it retires
 * @param changedAt when it was changed last
 */
public record ProductOffering(
        String code,
        Texts texts,
        ProductFamily family,
        String business,
        LifeCycle state,
        Set<BuyerKind> buyers,
        Optional<Integer> trialDays,
        int least,
        int most,
        List<Characteristic> asked,
        List<String> fulfilment,
        Bundle bundle,
        Optional<String> migrateTo,
        Instant changedAt) {

    /** Names and descriptions in Chinese and English; the English ones may be empty. */
    public record Texts(String name, String englishName, String description, String englishDescription) {}

    /**
     * The parts of a bundle; an offering without parts is none.
     *
     * @param discountPermille off the sum of the parts' prices, 0 to 1000
     */
    public record Bundle(List<BundlePart> parts, int discountPermille) {

        public static final Bundle NONE = new Bundle(List.of(), 0);

        /** The whole price. */
        static final int WHOLE = 1000;

        public Bundle {
            parts = List.copyOf(parts);
        }

        /** The discount in percent, such as {@code 12.5}. */
        public String discountPercent() {
            return BigDecimal.valueOf(discountPermille, 1).stripTrailingZeros().toPlainString();
        }
    }

    public ProductOffering {
        buyers = Set.copyOf(buyers);
        asked = List.copyOf(asked);
        fulfilment = List.copyOf(fulfilment);
    }

    /** The same in another state. */
    ProductOffering in(LifeCycle next, Optional<String> wayOn, Instant at) {
        return new ProductOffering(
                code,
                texts,
                family,
                business,
                next,
                buyers,
                trialDays,
                least,
                most,
                asked,
                fulfilment,
                bundle,
                wayOn,
                at);
    }

    /** The same with other questions. */
    ProductOffering asking(List<Characteristic> questions) {
        return new ProductOffering(
                code,
                texts,
                family,
                business,
                state,
                buyers,
                trialDays,
                least,
                most,
                questions,
                fulfilment,
                bundle,
                migrateTo,
                changedAt);
    }

    /** Whether all that orders rely on is the same; names, descriptions and family may differ. */
    boolean hasTheFactsOf(ProductOffering other) {
        return business.equals(other.business)
                && buyers.equals(other.buyers)
                && trialDays.equals(other.trialDays)
                && least == other.least
                && most == other.most
                && asked.equals(other.asked)
                && fulfilment.equals(other.fulfilment)
                && bundle.equals(other.bundle);
    }

    public boolean isBundle() {
        return !bundle.parts().isEmpty();
    }

    public boolean allows(Action action) {
        return state.allows(action) && (action != Action.TRY || trialDays.isPresent());
    }

    public String name(Locale language) {
        return language.getLanguage().equals("en") && !texts.englishName().isEmpty()
                ? texts.englishName()
                : texts.name();
    }

    public String description(Locale language) {
        return language.getLanguage().equals("en")
                        && !texts.englishDescription().isEmpty()
                ? texts.englishDescription()
                : texts.description();
    }

    /** What is wrong with the answers given at an order, by code; empty where all is well. */
    public Map<String, Characteristic.Fault> faults(Map<String, String> answers) {
        Map<String, Characteristic.Fault> faults = new LinkedHashMap<>();
        asked.forEach(one ->
                one.fault(answers.getOrDefault(one.code(), "")).ifPresent(fault -> faults.put(one.code(), fault)));
        answers.keySet().stream()
                .filter(code -> asked.stream().noneMatch(one -> one.code().equals(code)))
                .forEach(code -> faults.put(code, Characteristic.Fault.NOT_ASKED));
        return faults;
    }
}
