package org.omnihall.hall.node;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One piece of work among many: what goes wrong with it is told, and holds up no other. */
public final class Apart {

    private Apart() {}

    /**
     * Does it, on the caller's thread.
     *
     * @param failed is told what it threw
     * @return what it gave; nothing where it threw
     */
    public static <T> Optional<T> from(Supplier<T> work, Consumer<Throwable> failed) {
        return CompletableFuture.supplyAsync(work, Runnable::run)
                .handle((given, broken) -> {
                    if (broken != null) {
                        failed.accept(broken.getCause() == null ? broken : broken.getCause());
                    }
                    return Optional.ofNullable(given);
                })
                .join();
    }
}
