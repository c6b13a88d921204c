package org.omnihall.hall.openapi;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.omnihall.tmf.Happening;
import org.omnihall.tmf.Shape;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers the POST of a task. With an idempotency key, or where somebody listens, the task, its announcement and the memory of the key are one
 * transaction; otherwise there is none, and the task itself sees to it that it is durable.
 */
@Component
class TaskWrites {

    private final Bodies bodies;
    private final Announcements announcements;
    private final IdempotencyKeys keys;
    private final TransactionOperations transaction;

    TaskWrites(Bodies bodies, Announcements announcements, IdempotencyKeys keys, TransactionOperations transaction) {
        this.bodies = bodies;
        this.announcements = announcements;
        this.keys = keys;
        this.transaction = transaction;
    }

    ServerResponse perform(OpenResource resource, Writing.Task task, Exchange exchange) {
        exchange.client().require(resource.change());
        exchange.requireJson();
        String text = exchange.body();
        Optional<String> key = exchange.header(IdempotencyKeys.HEADER);
        if (key.isEmpty() && announcements.areUnheard(resource.api())) {
            return made(resource, done(resource, task, exchange, text)).toAnswer();
        }
        Supplier<IdempotencyKeys.Made> announced = () -> announced(resource, task, exchange, text);
        IdempotencyKeys.Made made = transaction.execute(status -> key.map(
                        known -> keys.once(exchange.client(), known, resource.path() + "\n" + text, announced))
                .orElseGet(announced));
        return Objects.requireNonNull(made).toAnswer();
    }

    private IdempotencyKeys.Made announced(OpenResource resource, Writing.Task task, Exchange exchange, String text) {
        Writing.Done done = done(resource, task, exchange, text);
        announcements.announce(resource, done.id(), Happening.CREATE);
        return made(resource, done);
    }

    private Writing.Done done(OpenResource resource, Writing.Task task, Exchange exchange, String text) {
        ObjectNode posted = bodies.object(text);
        Shape.requireNew(resource.type(), posted, resource.writing().mandatory());
        return task.perform(posted, exchange.client());
    }

    private IdempotencyKeys.Made made(OpenResource resource, Writing.Done done) {
        String href = resource.href(done.id());
        return new IdempotencyKeys.Made(href, bodies.behind(done.id(), href, done.told()), false);
    }
}
