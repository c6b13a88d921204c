package org.omnihall.hall.channel;

import java.util.Locale;
import java.util.Optional;

/**
 * One sales channel (SID SalesChannel, requirement B1).
 *
 * @param code how programs call it, such as {@code portal} or {@code hall-westlake}
 * @param name as customers know it, in Chinese
 * @param areaPath where it serves, such as {@code /zj/hz/}
 * @param englishName as customers know it, in English; may be empty
 * @param parent the channel it belongs to, such as the hall of a terminal
 * @param grid the id of the grid it stands in; empty where it stands in none
 */
public record Channel(
        ChannelId id,
        String code,
        String name,
        ChannelKind kind,
        String areaPath,
        String englishName,
        Ownership ownership,
        Optional<ChannelId> parent,
        String grid,
        ChannelStatus status,
        ServiceTerms service) {

    public ChannelClass ofClass() {
        return kind.ofClass();
    }

    public boolean isOpen() {
        return status == ChannelStatus.OPEN;
    }

    /** The name in this language, the Chinese one where there is no other. */
    public String name(Locale language) {
        return language.getLanguage().equals("en") && !englishName.isEmpty() ? englishName : name;
    }
}
