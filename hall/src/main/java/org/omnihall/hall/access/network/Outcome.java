package org.omnihall.hall.access.network;

import java.util.function.Function;
import org.omnihall.hall.node.CommandCall;

/** Tells a shell what became of a change. */
public final class Outcome {

    private Outcome() {}

    /** @return the exit status: 0 done, 1 refused */
    public static <T> int tell(CommandCall call, Change<T> change, Function<T, String> done) {
        return switch (change) {
            case Change.Done<T> it -> {
                call.out().println(done.apply(it.value()));
                yield 0;
            }
            case Change.Refused<T> refused -> {
                refused.problems().forEach(problem -> call.err().println(problem));
                yield 1;
            }
        };
    }
}
