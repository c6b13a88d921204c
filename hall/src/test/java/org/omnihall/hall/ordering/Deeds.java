package org.omnihall.hall.ordering;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Three kinds of steps for tests, {@code test.one} to {@code test.three}: each does something once a key. The answer to {@code mood} says
 * what the third one makes of it: {@code impossible}, {@code failing}, {@code waiting}, {@code breaking}, or {@code stubborn}, which is
 * impossible and whose second step cannot be undone while {@link #stubborn} is set.
 */
@TestConfiguration
public class Deeds {

    final Set<String> done = ConcurrentHashMap.newKeySet();
    final List<String> calls = new CopyOnWriteArrayList<>();
    volatile boolean stubborn = true;

    @Bean
    FulfilmentPort first() {
        return new Deed("test.one", this);
    }

    @Bean
    FulfilmentPort second() {
        return new Deed("test.two", this);
    }

    @Bean
    FulfilmentPort third() {
        return new Deed("test.three", this);
    }

    /** How often the step of this key was asked to do this: {@code run} or {@code undo}. */
    long asked(String what, String key) {
        return calls.stream().filter((what + " " + key)::equals).count();
    }

    private record Deed(String kind, Deeds all) implements FulfilmentPort {

        @Override
        public StepOutcome run(StepContext context) {
            all.calls.add("run " + context.key());
            return kind.equals("test.three") ? moody(context) : done(context);
        }

        private StepOutcome moody(StepContext context) {
            return switch (context.answer("mood")) {
                case "impossible", "stubborn" -> new StepOutcome.Impossible("no");
                case "failing" -> new StepOutcome.Failed("not today");
                case "waiting" -> new StepOutcome.Later("nobody there", Duration.ofMinutes(5));
                case "breaking" -> throw new IllegalArgumentException("broken");
                default -> done(context);
            };
        }

        private StepOutcome done(StepContext context) {
            all.done.add(context.key());
            return new StepOutcome.Done(Map.of(kind, context.key()));
        }

        @Override
        public StepOutcome undo(StepContext context) {
            all.calls.add("undo " + context.key());
            if (all.stubborn
                    && kind.equals("test.two")
                    && context.answer("mood").equals("stubborn")) {
                return new StepOutcome.Impossible("it stays");
            }
            all.done.remove(context.key());
            return StepOutcome.done();
        }

        @Override
        public boolean runsOnChange() {
            return kind.equals("test.one");
        }
    }
}
