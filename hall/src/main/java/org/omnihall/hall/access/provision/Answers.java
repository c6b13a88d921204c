package org.omnihall.hall.access.provision;

import java.util.Map;
import java.util.function.Function;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.Problem;
import org.omnihall.hall.ordering.StepContext;
import org.omnihall.hall.ordering.StepOutcome;

/** What the network answers, in the words of fulfilment. */
final class Answers {

    private Answers() {}

    static String actor(StepContext context) {
        return "order:" + context.order().id();
    }

    /** What the network does not know yet it may know in a moment; what is refused for another reason stays refused. */
    static <T> StepOutcome of(Change<T> change, Function<T, Map<String, String>> told) {
        return switch (change) {
            case Change.Done<T> done -> new StepOutcome.Done(told.apply(done.value()));
            case Change.Refused<T> refused -> {
                Problem first = refused.problems().getFirst();
                yield first.fault() == Problem.Fault.UNKNOWN
                        ? new StepOutcome.Failed(first.toString())
                        : new StepOutcome.Impossible(first.toString());
            }
        };
    }

    /** Taking away what is gone is done. */
    static <T> StepOutcome removed(Change<T> change) {
        return switch (change) {
            case Change.Done<T> done -> StepOutcome.done();
            case Change.Refused<T> refused -> {
                Problem first = refused.problems().getFirst();
                yield first.fault() == Problem.Fault.UNKNOWN
                        ? StepOutcome.done()
                        : new StepOutcome.Failed(first.toString());
            }
        };
    }

    static long id(Map<String, String> told, String name) {
        return Long.parseLong(told.getOrDefault(name, "0"));
    }
}
