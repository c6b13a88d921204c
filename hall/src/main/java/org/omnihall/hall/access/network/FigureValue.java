package org.omnihall.hall.access.network;

import java.time.Duration;

/** A business figure's value, read once. */
public sealed interface FigureValue {

    record Span(Duration duration) implements FigureValue {}

    record Count(int count) implements FigureValue {}

    record Text(String text) implements FigureValue {}

    record Flag(boolean set) implements FigureValue {}

    /** As it is stored and typed. */
    default String written() {
        return switch (this) {
            case Span span -> FigureShape.Spans.write(span.duration());
            case Count count -> Integer.toString(count.count());
            case Text text -> text.text();
            case Flag flag -> Boolean.toString(flag.set());
        };
    }
}
