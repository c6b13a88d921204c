package org.omnihall.hall.access.network;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which values a business figure may have, and how they are written. */
public sealed interface FigureShape {

    /** A length of time such as {@code 90s}, {@code 5m}, {@code 8h} or {@code 30d}. */
    record Span(Duration least, Duration most) implements FigureShape {}

    /** A whole number; zero often means "no limit", as the figure says. */
    record Count(int least, int most) implements FigureShape {}

    /** A text of limited length without control characters. */
    record Text(int longest) implements FigureShape {}

    /** {@code true} or {@code false}. */
    record Flag() implements FigureShape {}

    /** One of some words. */
    record Choice(List<String> words) implements FigureShape {}

    /** The value that the text stands for, within the bounds; empty otherwise. */
    default Optional<FigureValue> read(String written) {
        String value = written.strip();
        return switch (this) {
            case Span span ->
                Spans.read(value)
                        .filter(d -> d.compareTo(span.least()) >= 0 && d.compareTo(span.most()) <= 0)
                        .map(FigureValue.Span::new);
            case Count count ->
                Optional.of(value)
                        .filter(v -> v.matches("\\d{1,9}"))
                        .map(Integer::valueOf)
                        .filter(n -> n >= count.least() && n <= count.most())
                        .map(FigureValue.Count::new);
            case Text text ->
                value.length() <= text.longest() && value.chars().noneMatch(Character::isISOControl)
                        ? Optional.of(new FigureValue.Text(value))
                        : Optional.empty();
            case Flag flag ->
                value.equals("true") || value.equals("false")
                        ? Optional.of(new FigureValue.Flag(value.equals("true")))
                        : Optional.empty();
            case Choice choice ->
                choice.words().contains(value) ? Optional.of(new FigureValue.Text(value)) : Optional.empty();
        };
    }

    /** The bounds for people: {@code 1m-30m}. */
    default String bounds() {
        return switch (this) {
            case Span span -> Spans.write(span.least()) + "-" + Spans.write(span.most());
            case Count count -> count.least() + "-" + count.most();
            case Text text -> "<= " + text.longest();
            case Flag flag -> "true, false";
            case Choice choice -> String.join(", ", choice.words());
        };
    }

    /** Reads and writes lengths of time with one unit. */
    final class Spans {

        private static final Pattern FORM = Pattern.compile("(\\d{1,7})([smhd])");

        private Spans() {}

        static Optional<Duration> read(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                return Optional.empty();
            }
            long amount = Long.parseLong(form.group(1));
            return Optional.of(
                    switch (form.group(2)) {
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    });
        }

        public static String write(Duration duration) {
            long seconds = duration.toSeconds();
            if (seconds > 0 && seconds % 86_400 == 0) {
                return seconds / 86_400 + "d";
            }
            if (seconds > 0 && seconds % 3_600 == 0) {
                return seconds / 3_600 + "h";
            }
            return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
        }
    }
}
