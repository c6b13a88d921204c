package org.omnihall.hall.console.desk;

import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.catalogue.Characteristic;
import org.omnihall.hall.catalogue.PriceList;
import org.omnihall.hall.ordering.Refusal;

/**
 * The form of an order at the desk.
 *
 * @param elsewhere the names of channels that may take the order, where this one may not
 * @param typed what was typed, by field
 * @param faults what is wrong with the answers, by the code of the question
 * @param refused why the order was refused
 * @param key names the order, so that a form that is sent twice orders once
 * @param slot whether the slot offered it
 */
public record OrderForm(
        Offer offer,
        PriceList prices,
        String elsewhere,
        Map<String, String> typed,
        Map<String, Characteristic.Fault> faults,
        Optional<Refusal> refused,
        String key,
        boolean slot) {

    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }
}
