package org.omnihall.hall.catalogue;

import java.util.Locale;

/**
 * A business that channels carry, such as a recharge or a change of holder.
 *
 * @param code how programs call it, such as {@code recharge}
 * @param value score from 0 to 100
 * @param risk score from 0 to 100
 * @param standard whether it is the same for everybody, so that agents can do it (B27, P5)
 * @param lowContact whether it needs little contact, so that a machine can do it (B27, P3)
 * @param type follows from the scores
 * @param complexity follows from the effort
 */
public record Business(
        String code,
        String name,
        String englishName,
        int value,
        int risk,
        Effort effort,
        boolean standard,
        boolean lowContact,
        BusinessType type,
        Complexity complexity) {

    public String name(Locale language) {
        return language.getLanguage().equals("en") && !englishName.isEmpty() ? englishName : name;
    }
}
