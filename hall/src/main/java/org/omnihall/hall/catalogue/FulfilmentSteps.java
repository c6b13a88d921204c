package org.omnihall.hall.catalogue;

import java.util.Set;

/**
 * The kinds of steps that can be executed to make an order real. Beans of this type decide what can be published: an offering whose plan names
 * a kind that none of them offers stays in design (requirement D2).
 */
public interface FulfilmentSteps {

    /** The kinds, such as {@code wlan.venue}. */
    Set<String> kinds();
}
