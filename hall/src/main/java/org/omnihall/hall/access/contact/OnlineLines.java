package org.omnihall.hall.access.contact;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.interaction.StateLine;

/** What the customer card says of who is online, from the sessions that are open. */
final class OnlineLines {

    private OnlineLines() {}

    /** A line a session for each of the subscribers; who has none open has no line. */
    static Map<Long, List<StateLine>> of(
            Collection<Long> subscribers, List<OpenSession> open, Map<Long, String> venues) {
        Map<Long, List<StateLine>> lines = new HashMap<>();
        subscribers.forEach(subscriber -> lines.put(subscriber, List.of()));
        open.stream()
                .collect(Collectors.groupingBy(session -> session.subscriberId().orElseThrow()))
                .forEach((subscriber, his) -> lines.put(
                        subscriber,
                        his.stream().map(session -> line(session, venues)).toList()));
        return lines;
    }

    private static StateLine line(OpenSession session, Map<Long, String> venues) {
        String place = session.place().venueId().isPresent()
                ? venues.getOrDefault(session.place().venueId().getAsLong(), "")
                : "";
        return new StateLine(
                StateLine.Kind.SESSION,
                "Wi-Fi",
                "ONLINE",
                session.startedAt(),
                place.isEmpty() ? "无线上网中" : "正在" + shortened(place) + "上网",
                place.isEmpty() ? "Online by Wi-Fi" : "Online at " + shortened(place));
    }

    private static String shortened(String place) {
        return place.length() <= 100 ? place : place.substring(0, 100);
    }
}
