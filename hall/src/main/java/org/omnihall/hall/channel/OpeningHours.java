package org.omnihall.hall.channel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hours of a week in which a channel is open, or something is given, on the clock of the operator's zone. As a text: {@code always}, or days with their spans
 * such as {@code mon-fri 09:00-12:00 13:30-18:00; sat 10:00-24:00}.
 */
public record OpeningHours(Map<DayOfWeek, List<Span>> week) {

    public static final OpeningHours ALWAYS = always();

    private static final int DAY = 24 * 60;

    /** Seven days of six spans. */
    private static final int MOST_SPANS = 42;

    private static final Pattern LINE =
            Pattern.compile("([a-z]{3})(?:-([a-z]{3}))?((?: \\d\\d:\\d\\d-\\d\\d:\\d\\d){1,6})");
    private static final Pattern SPAN = Pattern.compile("(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)");

    /**
     * Part of a day.
     *
     * @param from minutes after midnight
     * @param until minutes after midnight, not included; 1440 is the end of the day
     */
    public record Span(int from, int until) {

        boolean holds(int minute) {
            return from <= minute && minute < until;
        }

        boolean isSound() {
            return from < until && until <= DAY;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%02d:%02d-%02d:%02d", from / 60, from % 60, until / 60, until % 60);
        }
    }

    public OpeningHours {
        EnumMap<DayOfWeek, List<Span>> copy = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, spans) -> copy.put(day, List.copyOf(spans)));
        week = Map.copyOf(copy);
    }

    /** Reads the text; nothing where it is none, where a day comes twice, or where spans overlap. */
    public static Optional<OpeningHours> parse(String text) {
        String typed = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (typed.equals("always")) {
            return Optional.of(ALWAYS);
        }
        EnumMap<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (String line : typed.split(" ?; ?", 8)) {
            Matcher read = LINE.matcher(line);
            if (!read.matches() || !take(read, week)) {
                return Optional.empty();
            }
        }
        return Optional.of(new OpeningHours(week));
    }

    public boolean isOpen(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        int minute = minute(local);
        return spans(local.getDayOfWeek()).stream().anyMatch(span -> span.holds(minute));
    }

    /**
     * When the hours that a moment lies in are over: the end of its span, or of those that follow it without a gap. Nothing where it is closed at the
     * moment, or never closes.
     */
    public Optional<Instant> closesAt(Instant at, ZoneId zone) {
        if (equals(ALWAYS) || !isOpen(at, zone)) {
            return Optional.empty();
        }
        ZonedDateTime end = at.atZone(zone);
        for (int spans = 0; spans < MOST_SPANS && isOpen(end.toInstant(), zone); spans++) {
            int minute = minute(end);
            int until = spans(end.getDayOfWeek()).stream()
                    .filter(span -> span.holds(minute))
                    .mapToInt(Span::until)
                    .max()
                    .orElseThrow();
            end = until == DAY
                    ? end.toLocalDate().plusDays(1).atStartOfDay(zone)
                    : end.toLocalDate().atTime(until / 60, until % 60).atZone(zone);
        }
        return Optional.of(end.toInstant());
    }

    private static int minute(ZonedDateTime local) {
        return local.getHour() * 60 + local.getMinute();
    }

    /** The spans of a day, in their order; none where it is closed. */
    public List<Span> spans(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /** The text that {@link #parse} reads, with days of the same hours together. */
    public String text() {
        if (equals(ALWAYS)) {
            return "always";
        }
        List<String> lines = new ArrayList<>();
        DayOfWeek[] days = DayOfWeek.values();
        int first = 0;
        while (first < days.length) {
            int last = first;
            while (last + 1 < days.length && spans(days[last + 1]).equals(spans(days[first]))) {
                last++;
            }
            if (!spans(days[first]).isEmpty()) {
                lines.add(line(days[first], days[last]));
            }
            first = last + 1;
        }
        return String.join("; ", lines);
    }

    private String line(DayOfWeek first, DayOfWeek last) {
        String days = first == last ? word(first) : word(first) + "-" + word(last);
        return days + " " + spans(first).stream().map(Span::toString).collect(Collectors.joining(" "));
    }

    private static boolean take(Matcher line, Map<DayOfWeek, List<Span>> week) {
        Optional<DayOfWeek> first = day(line.group(1));
        Optional<DayOfWeek> last = line.group(2) == null ? first : day(line.group(2));
        List<Span> spans =
                SPAN.matcher(line.group(3)).results().map(OpeningHours::span).toList();
        if (first.isEmpty() || last.isEmpty() || first.get().compareTo(last.get()) > 0 || !areInOrder(spans)) {
            return false;
        }
        for (int day = first.get().getValue(); day <= last.get().getValue(); day++) {
            if (week.put(DayOfWeek.of(day), spans) != null) {
                return false;
            }
        }
        return true;
    }

    private static Span span(MatchResult found) {
        int[] parts = new int[4];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Integer.parseInt(found.group(i + 1));
        }
        return parts[1] < 60 && parts[3] < 60
                ? new Span(parts[0] * 60 + parts[1], parts[2] * 60 + parts[3])
                : new Span(0, 0);
    }

    private static boolean areInOrder(List<Span> spans) {
        boolean sound = spans.stream().allMatch(Span::isSound);
        for (int i = 1; i < spans.size(); i++) {
            sound &= spans.get(i - 1).until() <= spans.get(i).from();
        }
        return sound;
    }

    private static Optional<DayOfWeek> day(String word) {
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> word(day).equals(word))
                .findFirst();
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static OpeningHours always() {
        EnumMap<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(new Span(0, DAY)));
        }
        return new OpeningHours(week);
    }
}
