package org.omnihall.hall.ordering;

import java.util.Optional;
import org.omnihall.hall.database.Conditions;

/**
 * Which products are looked for; what is empty asks for nothing.
 *
 * @param areaPath the Area of who asks
 * @param onTrial only those that end by themselves
 * @param told only those of which the fulfilment told something of this name
 */
public record ProductFilter(
        String areaPath,
        Optional<ProductState> state,
        Optional<Long> company,
        Optional<Long> subscriber,
        Optional<String> offering,
        boolean onTrial,
        Optional<String> told) {

    public static ProductFilter of(Buyer buyer) {
        return switch (buyer) {
            case Buyer.Person person ->
                new ProductFilter(
                        "/",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(person.subscriber()),
                        Optional.empty(),
                        false,
                        Optional.empty());
            case Buyer.Firm firm ->
                new ProductFilter(
                        "/",
                        Optional.empty(),
                        Optional.of(firm.company()),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty());
        };
    }

    Conditions conditions() {
        Conditions asked = new Conditions()
                .below("area_path", areaPath)
                .and("state = :state", "state", state.map(ProductState::name))
                .and("company_id = :company", "company", company)
                .and("subscriber_id = :subscriber", "subscriber", subscriber)
                .and("offering_code = :offering", "offering", offering)
                .and("jsonb_exists(results, :told)", "told", told);
        return onTrial ? asked.and("trial_until is not null") : asked;
    }
}
