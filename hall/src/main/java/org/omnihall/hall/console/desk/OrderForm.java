package org.omnihall.hall.console.desk;

import java.util.Optional;
import org.omnihall.hall.catalogue.Answered;
import org.omnihall.hall.catalogue.PriceList;
import org.omnihall.hall.ordering.Refusal;

/**
 * The form of an order at the desk.
 *
 * @param elsewhere the names of channels that may take the order, where this one may not
 * @param answered what was typed, with what is wrong with it
 * @param refused why the order was refused
 * @param key names the order, so that a form that is sent twice orders once
 * @param slot whether the slot offered it
 */
public record OrderForm(
        Offer offer,
        PriceList prices,
        String elsewhere,
        Answered answered,
        Optional<Refusal> refused,
        String key,
        boolean slot) {}
