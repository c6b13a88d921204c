package org.omnihall.hall.access.screens;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.access.funnel.FunnelHours;
import org.omnihall.hall.access.funnel.Step;
import org.omnihall.hall.shell.Words;

/** A funnel as people look at it: each step with how many reached it, and each reason with how often it stopped somebody. */
public record FunnelPicture(List<Reached> steps, List<Stopped> drops) {

    public record Reached(Step step, long times) {}

    public record Stopped(Drop drop, long times) {}

    /** A bar of the chart. */
    public record Bar(String name, long value, String share) {}

    public FunnelPicture {
        steps = List.copyOf(steps);
        drops = List.copyOf(drops);
    }

    static FunnelPicture of(List<FunnelHours.Line> lines) {
        Map<Step, Long> reached = new EnumMap<>(Step.class);
        Map<Drop, Long> stopped = new EnumMap<>(Drop.class);
        for (FunnelHours.Line line : lines) {
            if (line.reason().isEmpty()) {
                reached.merge(Step.valueOf(line.step()), line.times(), Long::sum);
            } else {
                stopped.merge(Drop.valueOf(line.reason()), line.times(), Long::sum);
            }
        }
        return new FunnelPicture(
                Arrays.stream(Step.values())
                        .map(step -> new Reached(step, reached.getOrDefault(step, 0L)))
                        .toList(),
                stopped.entrySet().stream()
                        .map(drop -> new Stopped(drop.getKey(), drop.getValue()))
                        .sorted(Comparator.comparingLong(Stopped::times).reversed())
                        .toList());
    }

    public boolean empty() {
        return drops.isEmpty() && steps.stream().allMatch(step -> step.times() == 0);
    }

    /** The share of all that began, in percent; a dash where nobody began. */
    public String share(long times) {
        long begun = steps.getFirst().times();
        return begun == 0 ? "–" : Math.round(times * 100.0 / begun) + "%";
    }

    List<Bar> bars(Words words) {
        return steps.stream()
                .map(step -> new Bar(words.of("access.step", step.step()), step.times(), share(step.times())))
                .toList();
    }
}
