package org.omnihall.hall.enterprise.shop;

import java.util.Map;
import org.omnihall.hall.catalogue.PriceList;
import org.omnihall.hall.catalogue.ProductOffering;

/**
 * An offering as a company sees it.
 *
 * @param tryable whether it can be tried now
 * @param orderable whether it can be ordered now
 * @param here whether this hall may complete it; where not, a manager or a shop goes on with the cart (requirements B16, D3)
 * @param parts of a bundle: their names with how many
 */
public record Ware(
        ProductOffering offering,
        PriceList prices,
        boolean tryable,
        boolean orderable,
        boolean here,
        Map<String, Integer> parts) {}
